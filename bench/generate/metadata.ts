import { type Naming, projectWord } from './naming.ts';
import { prose } from './pool.ts';
import type { Random } from './random.ts';

const specifiers = ['', '>=1.0', '>=2.1,<3', '!=1.5,>=1.2', '~=4.0', '==1.*', '(>=0.9)'];
const markers = ['', '', '', '; python_version < "3.11"', "; sys_platform == 'win32'", '; extra == "dev"'];

/** METADATA of about 6 KB, sometimes of 100 KB: headers, requirements, and a README as the description. */
export function metadata(random: Random, naming: Naming): string {
  const requirements = Array.from({ length: Math.min(120, Math.floor(random.skewed(4, 1))) }, () => {
    const project = random.below(300);
    return `Requires-Dist: ${projectWord(project)}_${project}${random.pick(specifiers)}${random.pick(markers)}`;
  });
  return [
    'Metadata-Version: 2.4',
    `Name: ${naming.distribution}`,
    `Version: ${naming.version}`,
    `Summary: ${prose(random, 60).replaceAll('\n', ' ')}`,
    'Author-email: Somebody <somebody@example.org>',
    'License-Expression: MIT',
    ...['3.9', '3.10', '3.11', '3.12', '3.13'].map(
      (python) => `Classifier: Programming Language :: Python :: ${python}`,
    ),
    'Requires-Python: >=3.9',
    'Description-Content-Type: text/markdown',
    'License-File: LICENSE',
    ...requirements,
    'Provides-Extra: dev',
    '',
    prose(random, Math.min(250_000, random.skewed(4_800, 1.2))),
  ].join('\n');
}

export function wheelFile({ build, tag, system }: Naming): string {
  const [python = '', abi = '', platforms = ''] = tag.split('-');
  const tags = python
    .split('.')
    .flatMap((one) => platforms.split('.').map((platform) => `Tag: ${one}-${abi}-${platform}`));
  return [
    'Wheel-Version: 1.0',
    'Generator: bench (1.0)',
    `Root-Is-Purelib: ${system === undefined}`,
    ...(build === undefined ? [] : [`Build: ${build}`]),
    ...tags,
    '',
  ].join('\n');
}
