import rule from '../../rules/decompression-bomb.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const mebibyte = 1024 * 1024;
const sized = (size: number, more = '') =>
  wheel(
    'demo-1.0-py3-none-any.whl',
    `archive.members = [{ name = "zeros.bin", text = "x", size = ${size} }${more}]`,
  );
/** 2 MB that count, since they are stored. */
const bulk = `, { name = "bulk.bin", method = 0, text = "${'x'.repeat(2_000_000)}" }`;

testRule(rule, {
  valid: [
    { name: 'a usual wheel', wheelhouse: wheel('demo-1.0-py3-none-any.whl') },
    { name: 'no more than 64 MiB', wheelhouse: sized(63 * mebibyte) },
    { name: 'no more than 50 times the size', wheelhouse: sized(80 * mebibyte, bulk) },
  ],
  invalid: [
    {
      name: 'more than both',
      wheelhouse: sized(70 * mebibyte, ', { name = "small.bin" }'),
      findings: [
        {
          message: 'ratio',
          severity: 'warning',
          member: 'zeros.bin',
          data: { total: '70', member: 'zeros.bin' },
        },
      ],
    },
    {
      name: 'more than 50 times a larger file',
      wheelhouse: sized(120 * mebibyte, bulk),
      findings: [{ message: 'ratio' }],
    },
  ],
});
