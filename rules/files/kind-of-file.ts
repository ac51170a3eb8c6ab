/** What a file beside wheels is: the rest of a wheel, an sdist, something that belongs there, or anything else. */
export type FileKind = 'partial' | 'sdist' | 'expected' | 'ignored';

/** What stands beside a wheel and belongs to it: METADATA of indexes, checksums, signatures, attestations. */
const sidecar =
  /\.(?:metadata|asc|sig|sigstore|provenance|attestation|json|txt|md5|sha1|sha256|sha512|blake2b|digest)$/i;

/** Pages, texts and configuration. */
const expected =
  /^\.|^(?:readme|license|licence|copying|notice|changelog|makefile|md5sums?|sha\d+sums?|checksums?)\b|\.(?:html?|md|rst|txt|json|toml|ya?ml|ini|cfg|conf|lock|sarif|csv|asc|sig|md5|sha1|sha256|sha512|metadata)$/i;

/** @param name of a file that does not end in `.whl` */
export function kindOfFile(name: string): FileKind {
  if (/\.whl/i.test(name)) return sidecar.test(name) ? 'expected' : 'partial';
  if (/^.+-\d.*\.(?:tar\.gz|zip|tar\.bz2|tgz|tar\.xz|tar)$/.test(name)) return 'sdist';
  return expected.test(name) ? 'expected' : 'ignored';
}
