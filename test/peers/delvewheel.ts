import { declaredFiles } from '../support/declared-files.ts';
import type { PeerTable } from '../support/peer-table.ts';

export default {
  peer: 'delvewheel',
  url: 'https://github.com/adang1345/delvewheel/tree/15c2556',
  checks: [
    {
      check: 'show, needed: DLLs outside of the wheel',
      leftOut:
        'a package adds the folders of its DLLs when it is imported, which no file says: unresolved-library is quiet for Windows',
    },
    {
      check: 'DLL of another architecture',
      rules: ['WHL403'],
      wheelhouse: declaredFiles(
        { 'a.pyd': 'binary: pe x86' },
        { filename: 'demo-1.0-cp311-cp311-win_amd64.whl' },
      ),
    },
    {
      check: 'DLL of another Python',
      rules: ['WHL805'],
      wheelhouse: declaredFiles(
        { 'a.pyd': 'binary: pe amd64 needs=python310.dll' },
        { filename: 'demo-1.0-cp311-cp311-win_amd64.whl' },
      ),
    },
    {
      check: 'MSVC runtime newer than that of Python',
      leftOut:
        'the version of a runtime stands in its resources, and which one is loaded depends on the machine',
    },
    {
      check: 'overlay, no room to mangle names',
      leftOut: 'limits of rewriting a DLL, not faults of a finished wheel',
    },
  ],
} satisfies PeerTable;
