import { relative } from 'node:path';
import { type Answer, type Difference, pathOf } from './compare-world.ts';
import type { Pip } from './find-pip.ts';
import { optionsOf } from './run-pip.ts';
import type { FileDeclaration, SourceDeclaration } from './scenario.ts';
import { shows, type WrittenWorld } from './write-world.ts';

/** A difference for people, with all that is needed to see it again. */
export function describeDifference(
  pip: Pip,
  world: WrittenWorld,
  difference: Difference,
  seed: string,
): string {
  const { project, prediction, answer } = difference;
  const { declaration, files } = world;
  const { problem } = prediction.ranking;
  const allowed = project.hashes.map((file) => ` --hash=${short(files.get(file)?.sha256)}`);
  return [
    `${pip.label} and the model choose different files; to see it again: --seed ${seed} --only ${project.name}`,
    `  pip ${optionsOf(pip, world).join(' ')} '${project.name}${project.specifier}'${allowed.join('')}`,
    ...(declaration.manylinux ? [] : ['  (manylinux switched off by a _manylinux.py)']),
    ...declaration.sources.flatMap((source) => {
      const shown = project.files.filter((file) => shows(source, file));
      return shown.length === 0
        ? []
        : [`  ${nameOf(source)}`, ...shown.map((file) => `    ${lineOf(file, world)}`)];
    }),
    `  pip:   ${answerText(answer, world)}`,
    `  model: ${prediction.file ? placeOf(prediction.file, world) : (problem ?? 'finds no file')}`,
    ...prediction.ranking.candidates.map(
      ({ entrant: { offer }, behindBy }) =>
        `    ${offer.filename} of ${offer.source.name}${behindBy === undefined ? '' : ` (behind by ${behindBy})`}`,
    ),
    ...prediction.ranking.excluded.map(
      ({ item, reason }) => `    not ${item.filename} of ${item.source.name}: ${reason}`,
    ),
  ].join('\n');
}

function nameOf(source: SourceDeclaration): string {
  if (source.kind === 'folder')
    return source.link === undefined ? `w/${source.folder}` : `l/${source.link} -> w/${source.folder}`;
  return `${source.name} (${typeof source.at === 'string' ? source.at : `in w/${source.at.in.folder}`})`;
}

function lineOf(file: FileDeclaration, { files }: WrittenWorld): string {
  const { filename, metadata, claims, source } = file;
  const said = [
    short(files.get(file)?.sha256),
    `METADATA ${metadata.name} ${metadata.version} in ${metadata.folder}.dist-info`,
    ...(metadata.fault === undefined ? [] : [metadata.fault]),
    ...(metadata.requiresPython === undefined ? [] : [`for Python ${metadata.requiresPython}`]),
  ];
  const claimed = [
    ...(claims.hash === undefined ? [] : [`its ${claims.hash}`]),
    ...(claims.requiresPython === undefined ? [] : [`Python ${claims.requiresPython}`]),
    ...(claims.yanked === false ? [] : ['yanked']),
    ...(claims.repeated ? ['twice'] : []),
  ];
  const page =
    source.kind === 'folder' || claimed.length === 0 ? '' : `; the page says: ${claimed.join(', ')}`;
  return `${filename} (${said.join(', ')}${page})`;
}

function answerText(answer: Answer, { root }: WrittenWorld): string {
  if ('error' in answer) return `fails: ${answer.error}`;
  const place = answer.url === undefined ? 'a file' : relative(root, pathOf(answer.url, root));
  return `${place} (${answer.hash.slice(0, 15)})`;
}

function placeOf(file: FileDeclaration, { root, files }: WrittenWorld): string {
  const written = files.get(file);
  return written === undefined ? file.filename : `${relative(root, written.path)} (${short(written.sha256)})`;
}

function short(sha256 = ''): string {
  return `sha256:${sha256.slice(0, 8)}`;
}
