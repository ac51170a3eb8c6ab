import type { IndexAnswer } from '../../src/index/index-answer.ts';
import type { WheelFacts } from '../../src/wheel/facts.ts';
import { parseWheelFilename } from '../../src/wheel/filename.ts';

const projects = 2000;
const wheelsOfEach = 5;
const releases = 5;
const platforms = [
  'manylinux_2_17_x86_64.manylinux2014_x86_64',
  'musllinux_1_1_x86_64',
  'macosx_11_0_arm64',
  'win_amd64',
];
const pythons = ['cp310-cp310', 'cp311-cp311', 'cp312-cp312'];
const index = 'https://index.example/pypi';

/** 10,000 wheels of an HPC site in 2,000 projects, as facts that were never on a disk. */
export function localWheels(): WheelFacts[] {
  return Array.from({ length: projects * wheelsOfEach }, (_, number) => {
    const project = Math.floor(number / wheelsOfEach);
    const place = number % wheelsOfEach;
    const label = project % 3 === 0 ? '+mysite' : '';
    const python = pythons[place % pythons.length];
    const filename = `demo_${project}-1.${place % 2 === 0 ? releases - 1 : 2}.0${label}-${place}-${python}-linux_x86_64.whl`;
    return facts(filename, place % 2 === 0 ? 'generic' : 'x86-64-v3');
  });
}

function facts(filename: string, folder: string): WheelFacts {
  const parsed = parseWheelFilename(filename);
  if (!parsed.ok) throw new Error(parsed.reason);
  const display = `${folder}/${filename}`;
  return {
    location: { path: `/wheelhouse/${display}`, display, filename },
    size: 1000 + filename.length,
    mode: undefined,
    name: parsed.name,
    nameProblem: undefined,
    problems: [],
    memberCount: 0,
    distInfo: undefined,
    nativeMembers: [],
  };
}

/** What an index answers: 60 files for each project, in five versions. */
export function indexAnswers(): Map<string, IndexAnswer[]> {
  return new Map(
    Array.from({ length: projects }, (_, project) => {
      const name = `demo-${project}`;
      return [name, [{ source: { url: index }, project: name, status: 'listed', files: filesOf(project) }]];
    }),
  );
}

function filesOf(project: number) {
  return Array.from({ length: releases }, (_, release) =>
    pythons.flatMap((python) =>
      platforms.map((platform) => {
        const filename = `demo_${project}-1.${release}.0-${python}-${platform}.whl`;
        return {
          filename,
          url: `https://files.example/${filename}`,
          size: 5000,
          sha256: 'a'.repeat(64),
          yanked: false,
          requiresPython: '>=3.8',
          uploadTime: undefined,
        };
      }),
    ),
  ).flat();
}
