import { describe, expect, test } from 'vitest';
import { initFunctionsIn, initialises } from '../../../src/wheel/native/init-functions.ts';

describe('names in a string table', () => {
  test.each([
    [
      '\0PyInit_a\0free\0PyModExport_b\0_cffi_pypyinit_c\0',
      ['PyInit_a', 'PyModExport_b', '_cffi_pypyinit_c'],
    ],
    ['\0my_PyInit_a\0PyInit_a\0', ['PyInit_a']],
    ['\0PyInit_a.b\0PyInit_\0PyInit\0PyInit_open', []],
    [`\0PyInit_${'a'.repeat(255)}\0PyInit_${'a'.repeat(400)}\0`, [`PyInit_${'a'.repeat(255)}`]],
  ])('%j', (strings, names) => {
    expect([...(initFunctionsIn(strings, 10) ?? [])]).toEqual(names);
  });

  test('are given up where there are too many', () => {
    expect(initFunctionsIn('PyInit_a\0PyInit_a\0PyInit_b\0', 2)?.size).toBe(2);
    expect(initFunctionsIn('PyInit_a\0PyInit_b\0PyInit_c\0', 2)).toBeUndefined();
  });
});

test.each([
  ['demo', ['PyInit_demo'], true],
  ['demo', ['PyInit_dem', 'PyInit_demo_'], false],
  ['demo', ['PyInitU_demo'], false],
  ['U_demo', ['PyInitU_demo'], false],
  ['é', ['PyInitU_9ca'], true],
  ['é', ['PyInit_e'], false],
])('%s is initialised by one of %j: %s', (module, functions, answer) => {
  expect(initialises(functions, module)).toBe(answer);
});
