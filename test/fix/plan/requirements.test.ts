import { describe, expect, test } from 'vitest';
import { requirementFamilies } from '../../../rules/families/requirement-families.ts';
import { requirementWishes } from '../../../src/cli/fix-requirements.ts';
import { readHeaderText } from '../../../src/fix/plan/header-text.ts';
import { applyEdits } from '../../../src/fix/plan/line-edits.ts';
import { editRequirements } from '../../../src/fix/plan/requirements.ts';

const families = requirementFamilies([]);

interface Wishes {
  readonly drop?: readonly string[];
  readonly replace?: readonly string[];
  readonly add?: readonly string[];
}

function edited(requirements: readonly string[], { drop = [], replace = [], add = [] }: Wishes): string[] {
  const { edits } = requirementWishes(
    {
      dropRequirement: drop,
      replaceRequirement: replace,
      addRequirement: add,
    },
    families,
  );
  const lines = requirements.map((requirement) => `Requires-Dist: ${requirement}\n`);
  const once = apply(`Name: demo\n${lines.join('')}\nbody\n`, edits);
  expect(apply(once, edits), 'a second time changes nothing').toBe(once);
  expect(once).toMatch(/^Name: demo\n[\s\S]*\n\nbody\n$|^Name: demo\n\nbody\n$/);
  return Array.from(once.matchAll(/^Requires-Dist: (.*)$/gm), ([, text = '']) => text);
}

function apply(text: string, edits: ReturnType<typeof requirementWishes>['edits']): string {
  const metadata = readHeaderText(text);
  return applyEdits(metadata.lines, editRequirements(metadata, edits));
}

describe('--drop-requirement', () => {
  test('by name, whatever its spelling, specifier, extras and marker', () => {
    const all = [
      'Scipy_OpenBLAS32 (>=0.3)',
      'scipy.openblas32[a]; extra == "x"',
      'scipy',
      'scipy-openblas32>=1,<2',
    ];
    expect(edited(all, { drop: ['scipy-openblas32'] })).toEqual(['scipy']);
  });

  test('the nvidia family, as the rule knows it', () => {
    const all = [
      'nvidia-cudnn-cu13==9.24.0.43; platform_system == "Linux"',
      'cuda-toolkit[cublas,cudart]==13.0.3',
      'nvidia-nccl-cu12',
      'cuda-toolkit',
      'nvidia-ml-py',
      'cuda-bindings>=13',
      'triton~=3.8.0',
    ];
    expect(edited(all, { drop: ['nvidia'] })).toEqual(all.slice(3));
  });

  test('by a glob', () => {
    const all = ['nvidia-cuda-nvcc-cu12; extra == "cu12"', 'nvidia-cuda-cccl', 'cuda-core'];
    expect(edited(all, { drop: ['nvidia-cuda-*'] })).toEqual(['cuda-core']);
  });

  test('one that no installer can read, by the name at its start', () => {
    expect(edited(['cmake >= 3 garbage', 'numpy'], { drop: ['cmake'] })).toEqual(['numpy']);
  });
});

describe('--replace-requirement keeps what it does not speak of', () => {
  test.each([
    [
      'a new name',
      'tensorflow-cpu>=2.0; extra == "x"',
      'tensorflow-cpu=tensorflow',
      'tensorflow>=2.0; extra == "x"',
    ],
    [
      'the documented trap',
      'setuptools >= 65 ; extra == "test"',
      'setuptools=setuptools',
      'setuptools >= 65 ; extra == "test"',
    ],
    [
      'a specifier',
      'torch (>=2) ; python_version > "3"',
      'torch=torch~=2.9.0',
      'torch~=2.9.0 ; python_version > "3"',
    ],
    [
      'a specifier and extras',
      'torch[opt]>=2;os_name=="nt"',
      'torch=torch~=2.9.0',
      'torch[opt]~=2.9.0;os_name=="nt"',
    ],
    [
      'no extras',
      'nvidia-cutlass-dsl[cu13]==4',
      'nvidia-cutlass-dsl=nvidia-cutlass-dsl[]',
      'nvidia-cutlass-dsl==4',
    ],
    ['other extras', 'jax[cuda12]>=1', 'jax=jax[cpu]', 'jax[cpu]>=1'],
    ['blanks', 'zmq [a] >=1', 'zmq=pyzmq', 'pyzmq [a] >=1'],
    ['===', 'numpy===2.1.0', 'numpy=numpy==2.1.0', 'numpy==2.1.0'],
    ['a URL', 'a @ https://example.org/a.whl ; os_name == "nt"', 'a=a>=1', 'a>=1 ; os_name == "nt"'],
    ['a URL with a semicolon', 'a @ https://example.org/a;b.whl', 'a=a>=1', 'a>=1'],
    ['others', 'numpy', 'torch=torch~=2.9.0', 'numpy'],
    ['spelling', 'Faiss.CPU', 'faiss-cpu=faiss', 'faiss'],
  ])('%s', (_name, before, replacement, after) => {
    expect(edited([before], { replace: [replacement] })).toEqual([after]);
  });
});

describe('--add-requirement', () => {
  test('comes behind the others', () => {
    expect(edited(['numpy', 'scipy'], { add: ['torch~=2.9.0'] })).toEqual(['numpy', 'scipy', 'torch~=2.9.0']);
  });

  test('is not there twice, in whatever spelling', () => {
    expect(edited(['Torch (~=2.9.0)'], { add: ['torch~=2.9.0'] })).toEqual(['Torch (~=2.9.0)']);
  });

  test('takes the place of one that is dropped', () => {
    expect(edited(['mkl==1'], { drop: ['mkl'], add: ['mkl>=2'] })).toEqual(['mkl>=2']);
  });
});

test.each<[Wishes, string]>([
  [{ drop: ['a b'] }, "'a b' is not the name"],
  [{ replace: ['torch'] }, 'an old and a new requirement'],
  [{ replace: ['torch=torch; extra == "x"'] }, 'has a marker'],
  [{ replace: ['torch=torch @ https://example.org/x'] }, 'has a URL'],
  [{ replace: ['nvidia-*=x'] }, 'is not the name'],
  [{ add: ['torch=2'] }, 'is not a requirement'],
])('%j is refused', (wishes, message) => {
  expect(() => edited([], wishes)).toThrow(message);
});

test('words that meet nothing are known afterwards', () => {
  const { edits, unused } = requirementWishes(
    {
      dropRequirement: ['nvidia', 'nvidai'],
      replaceRequirement: ['zmq=pyzmq'],
      addRequirement: [],
    },
    families,
  );
  apply('Name: a\nRequires-Dist: nvidia-cublas\n', edits);
  expect(unused()).toEqual(['nvidai', 'zmq']);
});
