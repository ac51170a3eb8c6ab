import { recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { wheel } from '../support/declaring.ts';
import type { PeerTable } from '../support/peer-table.ts';

export default {
  peer: 'distlib',
  url: 'https://github.com/pypa/distlib/blob/master/distlib/wheel.py',
  checks: [
    {
      check: 'size mismatch',
      rules: ['WHL655'],
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing},1` }),
    },
    {
      check: 'digest mismatch',
      rules: ['WHL653'],
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing.toLowerCase()},0` }),
    },
    {
      check: 'invalid entry in wheel: it escapes the folder',
      rules: ['WHL602'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [{ name = "../demo.py" }] }'),
    },
  ],
} satisfies PeerTable;
