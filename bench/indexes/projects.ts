import { type AnsweredFile, projectAnswer } from '../../fixtures/pypi-answer.ts';

const PROJECTS = 2000;
const RELEASES = ['1.0', '1.1', '1.2', '1.3', '1.4'];
const TAGS = ['cp310-cp310', 'cp311-cp311', 'cp312-cp312'].flatMap((python) =>
  [
    'manylinux_2_17_x86_64.manylinux2014_x86_64',
    'musllinux_1_1_x86_64',
    'macosx_11_0_arm64',
    'win_amd64',
  ].map((platform) => `${python}-${platform}`),
);

export const projectNames: readonly string[] = Array.from({ length: PROJECTS }, (_, n) => `demo-${n}`);

/** Three wheels that a site built itself. */
export function localWheels(project: string): string[] {
  const name = project.replaceAll('-', '_');
  return ['cp310-cp310', 'cp311-cp311', 'cp312-cp312'].map(
    (python) => `${name}-1.4+site-${python}-linux_x86_64.whl`,
  );
}

/** PyPI's answer with 60 files: about 65 KB, as the median project that people build for themselves has. */
export function answerFor(project: string): string {
  const name = project.replaceAll('-', '_');
  const files = RELEASES.flatMap((version) =>
    TAGS.map((tags, place): AnsweredFile => {
      const filename = `${name}-${version}-${tags}.whl`;
      const sha256 = (place % 10).toString().repeat(64);
      const url = `https://files.pythonhosted.org/packages/aa/bb/${sha256.slice(4)}/${filename}`;
      return { filename, url, sha256, size: 5000 + place, requiresPython: '>=3.8' };
    }),
  );
  return JSON.stringify(projectAnswer(project, files));
}
