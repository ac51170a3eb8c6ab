import { declaredFiles } from '../support/declared-files.ts';
import { recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { wheel } from '../support/declaring.ts';
import type { PeerTable } from '../support/peer-table.ts';

export default {
  peer: 'wheel unpack',
  url: 'https://github.com/pypa/wheel/blob/60cfdda/src/wheel/wheelfile.py',
  checks: [
    {
      check: 'Bad wheel filename',
      rules: ['WHL301'],
      wheelhouse: declaredFiles(['demo.py'], { filename: 'demo-1.0.whl' }),
    },
    {
      check: 'Missing RECORD file',
      rules: ['WHL601'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'omit = ["RECORD"]'),
    },
    {
      check: 'Unsupported or weak hash algorithm',
      rules: ['WHL658'],
      wheelhouse: recordOf({ 'demo.py': 'demo.py,sha1=2jmj7l5rSw0yVb_vlWAYkK_YBwk,0' }),
    },
    { check: 'No hash found for file', rules: ['WHL660'], wheelhouse: recordOf({ 'demo.py': 'demo.py,,' }) },
    {
      check: 'Hash mismatch for file',
      rules: ['WHL653'],
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing.toLowerCase()},0` }),
    },
    {
      check: 'pull request 700: empty parts of tags',
      rules: ['WHL301'],
      wheelhouse: declaredFiles(['demo.py'], { filename: 'demo-1.0-py3.-none-any.whl' }),
    },
  ],
} satisfies PeerTable;
