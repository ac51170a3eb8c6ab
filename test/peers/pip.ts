import { declaredFiles } from '../support/declared-files.ts';
import { wheel, wheelWith } from '../support/declaring.ts';
import type { PeerTable } from '../support/peer-table.ts';

export default {
  peer: 'pip',
  url: 'https://github.com/pypa/pip/blob/6d30920/src/pip/_internal/utils/wheel.py',
  checks: [
    {
      check: 'Invalid wheel filename',
      rules: ['WHL301'],
      wheelhouse: declaredFiles(['demo.py'], { filename: 'demo-1.0.whl' }),
    },
    {
      check: 'Wheel is invalid: bad zip file',
      rules: ['WHL601'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'raw = "no archive"'),
    },
    {
      check: '.dist-info directory not found, or multiple',
      rules: ['WHL601'],
      wheelhouse: declaredFiles(['demo.py', 'other-1.0.dist-info/METADATA']),
    },
    {
      check: '.dist-info directory does not start with the name',
      rules: ['WHL305'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'dist-info-folder = "other-1.0.dist-info"'),
    },
    {
      check: 'WHEEL, METADATA or RECORD is missing',
      rules: ['WHL601'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'omit = ["WHEEL", "METADATA", "RECORD"]'),
    },
    {
      check: 'error decoding WHEEL',
      rules: ['WHL511'],
      wheelhouse: wheelWith('WHEEL', [
        'latin-1:',
        'Wheel-Version: 1.0',
        'Root-Is-Purelib: true',
        'Generator: x',
        'Tag: py3-none-any',
        'X: \u00fc',
      ]),
    },
    {
      check: 'error decoding METADATA',
      rules: ['WHL507'],
      wheelhouse: wheelWith('METADATA', [
        'latin-1:',
        'Metadata-Version: 2.1',
        'Name: demo',
        'Version: 1.0',
        'Author: ü',
      ]),
    },
    {
      check: 'WHEEL is missing Wheel-Version',
      rules: ['WHL511'],
      wheelhouse: wheelWith('WHEEL', ['Root-Is-Purelib: true', 'Generator: x', 'Tag: py3-none-any']),
    },
    {
      check: 'invalid Wheel-Version',
      rules: ['WHL511'],
      wheelhouse: wheelWith('WHEEL', [
        'Wheel-Version: one',
        'Root-Is-Purelib: true',
        'Generator: x',
        'Tag: py3-none-any',
      ]),
    },
    {
      check: 'Wheel-Version is not compatible with this version of pip',
      rules: ['WHL511'],
      wheelhouse: wheelWith('WHEEL', [
        'Wheel-Version: 2.0',
        'Root-Is-Purelib: true',
        'Generator: x',
        'Tag: py3-none-any',
      ]),
    },
    {
      check: 'Installing from a newer Wheel-Version',
      rules: ['WHL511'],
      wheelhouse: wheelWith('WHEEL', [
        'Wheel-Version: 1.9',
        'Root-Is-Purelib: true',
        'Generator: x',
        'Tag: py3-none-any',
      ]),
    },
    {
      check: 'MetadataInconsistent: name',
      rules: ['WHL304'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'name = "other"'),
    },
    {
      check: 'MetadataInconsistent: version',
      rules: ['WHL304'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'version = "2.0"\ndist-info-folder = "demo-1.0.dist-info"',
      ),
    },
    {
      check: 'MetadataInvalid: requirement',
      rules: ['WHL503'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'requires = ["six (>= x)"]'),
    },
    {
      check: 'would be installed outside of the target directory',
      rules: ['WHL602'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [{ name = "../demo.py" }] }'),
    },
    {
      check: '.data: unexpected scheme key',
      rules: ['WHL741'],
      wheelhouse: declaredFiles(['demo.py', 'demo-1.0.data/other/a']),
    },
    {
      check: '.data: could not figure out scheme',
      rules: ['WHL741'],
      wheelhouse: declaredFiles(['demo.py', 'demo-1.0.data/scripts']),
    },
    {
      check: 'Invalid script entry point: callable',
      rules: ['WHL510'],
      wheelhouse: wheelWith('entry_points.txt', ['[console_scripts]', 'demo = demo']),
    },
    {
      check: 'bad CRC-32',
      rules: ['WHL664'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'files = { "demo.py" = "A = 1" }\ndamaged = ["demo.py"]',
      ),
    },
    {
      check: 'is not a supported wheel on this platform',
      leftOut: 'about the machine that pip runs on, not about the wheel: explain says it for a target',
    },
    {
      check: 'HashMismatch against --hash',
      rules: ['WHL109'],
      wheelhouse:
        wheel('demo-1.0-py3-none-any.whl') +
        `[[lock]]\nfile = "requirements.txt"\ntext = "demo==1.0 --hash=sha256:${'a'.repeat(64)}"\n`,
    },
    {
      check: 'Requires-Python does not fit',
      leftOut: 'about the Python that pip runs on, not about the wheel: explain says it for a target',
    },
    {
      check: 'pip check: requires a package which is not installed, or has another version',
      rules: ['WHL205'],
      wheelhouse: `[target]\npython = ["3.11"]\nplatform = ["linux_x86_64"]\n${wheel('demo-1.0-py3-none-any.whl', 'requires = ["solver>=2"]')}${wheel('solver-1.4-py3-none-any.whl')}`,
    },
    {
      check: 'pip check: is not supported on this platform',
      leftOut: 'about what is installed on one machine, not about the wheels of a wheelhouse',
    },
  ],
} satisfies PeerTable;
