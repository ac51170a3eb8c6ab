import { declaredFiles } from '../support/declared-files.ts';
import type { PeerTable } from '../support/peer-table.ts';

export default {
  peer: 'delocate',
  url: 'https://github.com/matthew-brett/delocate/tree/d0ec232',
  checks: [
    {
      check: '--check-archs, --require-archs',
      rules: ['WHL403'],
      wheelhouse: declaredFiles(
        { 'a.so': 'binary: mach-o x86_64' },
        { filename: 'demo-1.0-cp311-cp311-macosx_11_0_universal2.whl' },
      ),
    },
    {
      check: '--require-target-macos-version',
      rules: ['WHL407'],
      wheelhouse: declaredFiles(
        { 'a.so': 'binary: mach-o arm64 macos=14.2' },
        { filename: 'demo-1.0-cp311-cp311-macosx_11_0_arm64.whl' },
      ),
    },
    {
      check: 'listdeps: libraries outside of the wheel',
      rules: ['WHL801'],
      wheelhouse: declaredFiles(
        { 'a.so': 'binary: mach-o arm64 needs=/opt/homebrew/lib/libhdf5.310.dylib' },
        { filename: 'demo-1.0-cp311-cp311-macosx_11_0_arm64.whl' },
      ),
    },
    {
      check: 'library of the same name from two folders',
      leftOut: 'a limit of copying libraries into a wheel: in a finished wheel the names are told apart',
    },
    {
      check: 'code signature',
      leftOut:
        'the system signs what is built on it, and a signature can only be checked with the tools of macOS',
    },
  ],
} satisfies PeerTable;
