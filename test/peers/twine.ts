import { wheel, wheelWith, wheelWithMetadata } from '../support/declaring.ts';
import type { PeerTable } from '../support/peer-table.ts';

export default {
  peer: 'twine check',
  url: 'https://twine.readthedocs.io/en/stable/#twine-check',
  checks: [
    {
      check: 'METADATA that packaging does not parse: unknown field or version',
      rules: ['WHL508'],
      wheelhouse: wheelWithMetadata('Foo: bar'),
    },
    {
      check: 'METADATA that packaging does not parse: a field twice',
      rules: ['WHL507'],
      wheelhouse: wheelWithMetadata('Summary: a', 'Summary: b'),
    },
    {
      check: 'METADATA without Name or Version',
      rules: ['WHL304'],
      wheelhouse: wheelWith('METADATA', ['Metadata-Version: 2.1', 'Name: demo']),
    },
    {
      check: 'no archive, or no METADATA',
      rules: ['WHL601'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'omit = ["METADATA"]'),
    },
    {
      check: 'long_description_content_type that is none of the known',
      rules: ['WHL508'],
      wheelhouse: wheelWithMetadata('Description-Content-Type: text/html'),
    },
    {
      check: 'long_description_content_type missing',
      leftOut:
        'PyPI takes it for reStructuredText, installers do not look, and wheels of a wheelhouse are not rendered',
    },
    {
      check: 'long_description missing',
      leftOut:
        'it has no effect on an install and PyPI takes the wheel: an empty page is the choice of its maintainers',
    },
    {
      check: 'long_description has syntax errors in markup',
      leftOut:
        'needs the renderer of PyPI, docutils, to give the same verdict, and touches only the page of the project',
    },
  ],
} satisfies PeerTable;
