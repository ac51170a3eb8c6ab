import { gzipSync } from 'node:zlib';
import { zip } from '../../../fixtures/zip.ts';
import type { FileDeclaration } from './scenario.ts';

/** The bytes of a declared file: a small archive that pip can look into. */
export async function buildArchive(file: FileDeclaration): Promise<Buffer> {
  return isSdist(file.filename) ? buildSdist(file) : buildWheel(file);
}

const sdistSuffix = /\.(?:tar\.gz|tgz|tar|zip)$/;

export function isSdist(filename: string): boolean {
  return sdistSuffix.test(filename);
}

/** Only what pip asks for before it installs; the other files of the world have other bytes. */
async function buildWheel({ filename, metadata, content }: FileDeclaration): Promise<Buffer> {
  const text = `${filename} ${content}`;
  if (metadata.fault === 'not a zip') return Buffer.from(text);
  const folder = `${metadata.folder}.dist-info`;
  const inside: [string, string][] = [
    [`${folder}/METADATA`, metadataText(metadata)],
    [`${folder}/WHEEL`, 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n'],
    [`${folder}/RECORD`, ''],
  ];
  const kept = { 'no dist-info': 3, 'no METADATA': 1 };
  return zip([['content.txt', text], ...inside.slice(metadata.fault && kept[metadata.fault])]);
}

/** A source archive with its own build backend, so that nothing has to be downloaded to ask for its metadata. */
async function buildSdist({ filename, metadata, content }: FileDeclaration): Promise<Buffer> {
  const folder = filename.replace(sdistSuffix, '');
  const text = metadataText(metadata);
  const members: [string, string][] = [
    [`${folder}/pyproject.toml`, pyproject],
    [`${folder}/backend.py`, backend],
    [`${folder}/METADATA`, text],
    [`${folder}/PKG-INFO`, text],
    [`${folder}/content.txt`, `${filename} ${content}`],
  ];
  if (filename.endsWith('.zip')) return zip(members);
  return filename.endsWith('.tar') ? tar(members) : gzipSync(tar(members));
}

function metadataText({ name, version, requiresPython }: FileDeclaration['metadata']): string {
  const python = requiresPython === undefined ? [] : [`Requires-Python: ${requiresPython}`];
  return ['Metadata-Version: 2.1', `Name: ${name}`, `Version: ${version}`, ...python, '', ''].join('\n');
}

const pyproject = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n';
const backend = `import os, shutil

def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    text = open("METADATA").read().splitlines()
    name, version = text[1].split()[1], text[2].split()[1]
    folder = name.replace("-", "_") + "-" + version + ".dist-info"
    os.mkdir(os.path.join(metadata_directory, folder))
    shutil.copy("METADATA", os.path.join(metadata_directory, folder, "METADATA"))
    return folder

def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    raise NotImplementedError
`;

const block = 512;

/** A tar archive (ustar) of short paths. */
function tar(members: readonly (readonly [path: string, text: string])[]): Buffer {
  const parts = members.flatMap(([path, text]) => {
    const body = Buffer.from(text);
    return [tarHeader(path, body.length), body, Buffer.alloc((block - (body.length % block)) % block)];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}

function tarHeader(path: string, size: number): Buffer {
  const header = Buffer.alloc(block);
  const put = (text: string, at: number): number => header.write(text, at, 'latin1');
  put(path, 0);
  put('0000644\0', 100);
  put('0000000\0', 108);
  put('0000000\0', 116);
  put(`${size.toString(8).padStart(11, '0')}\0`, 124);
  put('00000000000\0', 136);
  put('        ', 148);
  put('0', 156);
  put('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}
