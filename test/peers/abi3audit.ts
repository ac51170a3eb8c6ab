import { declaredFiles } from '../support/declared-files.ts';
import type { PeerTable } from '../support/peer-table.ts';

export default {
  peer: 'abi3audit',
  url: 'https://github.com/pypa/abi3audit/tree/2744dea',
  checks: [
    {
      check: 'extension that is not named for the ABI of its tag',
      rules: ['WHL404'],
      wheelhouse: declaredFiles(
        { 'demo.cpython-311-x86_64-linux-gnu.so': 'binary: elf x86_64' },
        { filename: 'demo-1.0-cp39-abi3-linux_x86_64.whl' },
      ),
    },
    {
      check: 'symbols outside of the stable ABI',
      leftOut:
        'needs the list of every symbol of the stable ABI for each Python, and the symbol tables, which would have to be read whole',
    },
    {
      check: 'symbols that are newer than the tagged Python',
      leftOut:
        'needs the Python that each symbol of the stable ABI came with, and the symbol tables, which would have to be read whole',
    },
  ],
} satisfies PeerTable;
