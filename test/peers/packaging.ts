import { declaredFiles } from '../support/declared-files.ts';
import { wheelWith, wheelWithMetadata } from '../support/declaring.ts';
import type { PeerTable } from '../support/peer-table.ts';

export default {
  peer: 'packaging',
  url: 'https://packaging.pypa.io/en/stable/metadata.html',
  checks: [
    {
      check: 'InvalidWheelFilename',
      rules: ['WHL301'],
      wheelhouse: declaredFiles(['demo.py'], { filename: 'demo-1.0.whl' }),
    },
    {
      check: 'parse_wheel_filename(validate_order=True)',
      rules: ['WHL408'],
      wheelhouse: declaredFiles(['demo.py'], { filename: 'demo-1.0-py3.py2-none-any.whl' }),
    },
    {
      check: 'metadata_version',
      rules: ['WHL508'],
      wheelhouse: wheelWith('METADATA', ['Metadata-Version: 3.0', 'Name: demo', 'Version: 1.0']),
    },
    {
      check: 'field is newer than metadata_version',
      rules: ['WHL508'],
      wheelhouse: wheelWith('METADATA', [
        'Metadata-Version: 2.1',
        'Name: demo',
        'Version: 1.0',
        'License-Expression: MIT',
      ]),
    },
    { check: 'unrecognized field', rules: ['WHL508'], wheelhouse: wheelWithMetadata('Foo: bar') },
    {
      check: 'field that may stand once, twice',
      rules: ['WHL507'],
      wheelhouse: wheelWithMetadata('Summary: a', 'Summary: b'),
    },
    {
      check: 'name or version missing',
      rules: ['WHL304'],
      wheelhouse: wheelWith('METADATA', ['Metadata-Version: 2.1', 'Version: 1.0']),
    },
    {
      check: 'version',
      rules: ['WHL304'],
      wheelhouse: wheelWith('METADATA', ['Metadata-Version: 2.1', 'Name: demo', 'Version: one']),
    },
    {
      check: 'summary of several lines',
      leftOut:
        'only the first line of a folded field is shown, and neither pip, uv nor PyPI refuses such a wheel',
    },
    {
      check: 'description_content_type',
      rules: ['WHL508'],
      wheelhouse: wheelWithMetadata('Description-Content-Type: text/html'),
    },
    { check: 'dynamic', rules: ['WHL508'], wheelhouse: wheelWithMetadata('Dynamic: Name') },
    { check: 'provides_extra', rules: ['WHL508'], wheelhouse: wheelWithMetadata('Provides-Extra: -a-') },
    { check: 'requires_dist', rules: ['WHL503'], wheelhouse: wheelWithMetadata('Requires-Dist: six (>= x)') },
    { check: 'requires_python', rules: ['WHL503'], wheelhouse: wheelWithMetadata('Requires-Python: three') },
    {
      check: 'license_expression',
      rules: ['WHL509'],
      wheelhouse: wheelWithMetadata('License-Expression: MY OWN'),
    },
    { check: 'license_files', rules: ['WHL509'], wheelhouse: wheelWithMetadata('License-File: ../LICENSE') },
    {
      check: 'import_names, import_namespaces',
      rules: ['WHL508'],
      wheelhouse: wheelWith('METADATA', [
        'Metadata-Version: 2.5',
        'Name: demo',
        'Version: 1.0',
        'Import-Name: a-b',
      ]),
    },
  ],
} satisfies PeerTable;
