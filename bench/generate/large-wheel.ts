import { createCipheriv } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Packed, pack, type ZipEntry, zip } from './zip.ts';

/** Seven libraries make up nearly all of it, as in wheels with GPU code. */
const libraries = 7;
const librarySize = 72 * 1024 * 1024;
const modules = 3000;
const moduleSize = 4096;

/** Writes a wheel of 520 MB that hardly compresses, unless it is there. @param isFirst whether dist-info comes first */
export function largeWheel(path: string, isFirst: boolean): void {
  if (existsSync(path)) return;
  const native = stored(noise(librarySize));
  const contents: ZipEntry[] = [
    ...Array.from({ length: libraries }, (_, index): ZipEntry => [`large/lib/liblarge${index}.so.1`, native]),
    ...Array.from(
      { length: modules },
      (_, index): ZipEntry => [`large/m${index}.py`, stored(noise(moduleSize, index))],
    ),
  ];
  const folder = 'large-1.0.dist-info';
  const texts: ZipEntry[] = [
    [`${folder}/METADATA`, pack(Buffer.from('Metadata-Version: 2.1\nName: large\nVersion: 1.0\n\n'))],
    [
      `${folder}/WHEEL`,
      pack(Buffer.from('Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: cp311-cp311-linux_x86_64\n')),
    ],
  ];
  const rows = [...contents, ...texts].map(([name, { digest, size }]) => `${name},sha256=${digest},${size}`);
  const record = pack(Buffer.from([...rows, `${folder}/RECORD,,`, ''].join('\n')));
  const described: ZipEntry[] = [...texts, [`${folder}/RECORD`, record]];
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    `${path}.unfinished`,
    zip(isFirst ? [...described, ...contents] : [...contents, ...described]),
  );
  renameSync(`${path}.unfinished`, path);
}

/** The same bytes each time, that no compressor makes smaller. */
function noise(length: number, salt = 0): Buffer {
  const key = Buffer.alloc(16, 'wheelhouse-lint');
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16, String(salt + 1))).update(Buffer.alloc(length));
}

/** Deflated without trying: the time to make it is not what is measured. */
function stored(content: Buffer): Packed {
  return pack(content, 0);
}
