import { expect, test } from 'vitest';
import { relativeUri } from '../../../src/report/sarif/location.ts';

test.each([
  ['wheels/six-1.17.0-py3-none-any.whl', 'wheels/six-1.17.0-py3-none-any.whl'],
  ['torch-2.9.1+cc-cp312-cp312-linux_x86_64.whl', 'torch-2.9.1%2Bcc-cp312-cp312-linux_x86_64.whl'],
  ['../../a/./b.whl', 'a/b.whl'],
  ['a/../../b.whl', 'a/b.whl'],
  ['/abs//a.whl', 'abs/a.whl'],
  ['C:/a.whl', 'C%3A/a.whl'],
  ['100% #1?.whl', '100%25%20%231%3F.whl'],
  ['日本/ü.whl', '%E6%97%A5%E6%9C%AC/%C3%BC.whl'],
  ['a\\b\n\x1b.whl', 'a%5Cb%0A%1B.whl'],
  ['\ud800.whl', '%EF%BF%BD.whl'],
])('%j is %s', (path, uri) => {
  expect(relativeUri(path)).toBe(uri);
});
