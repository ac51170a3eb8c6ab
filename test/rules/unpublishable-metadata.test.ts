import rule from '../../rules/unpublishable-metadata.ts';
import { wheel, wheelWith, wheelWithMetadata } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const value = (field: string, line = 4) => ({ message: 'value', line, data: { field } });

testRule(rule, {
  valid: [
    { name: 'the least there can be', wheelhouse: wheel('demo-1.0-py3-none-any.whl') },
    {
      name: 'values that PyPI takes',
      wheelhouse: wheelWithMetadata(
        `Summary: ${'x'.repeat(512)}`,
        'Author-email: Ann <ann@example.com>, Bob',
        'Maintainer-email: "Example, Ann" <ann.e+x@example.co.uk>',
        'Author-email: ann@exämple.com (Ann)',
        'Home-page: http://example.com/ä b',
        'Download-URL: https://example.com:8080/?a=b',
        'Project-URL: Source Code, https://[::1]/x',
        'Project-URL: Docs, HTTPS://user@example.com',
        'Description-Content-Type: text/markdown; charset=UTF-8; variant=GFM',
        'Description-Content-Type: Text/X-Rst',
        'Provides-Extra: a.b_c',
        'Dynamic: Requires-Dist',
        'Provides-Dist: other (>1.0)',
        'Classifier: Programming Language :: Python',
      ),
    },
    {
      name: 'names to import, and that there are none',
      wheelhouse: wheelWith('METADATA', [
        ...['Metadata-Version: 2.5', 'Name: demo', 'Version: 1.0'],
        ...['Import-Name: demo._c ; private', 'Import-Namespace: ns', 'Import-Name:'],
      ]),
    },
    {
      name: 'what setuptools wrote',
      wheelhouse: wheelWith('METADATA', [
        ...['Metadata-Version: 2.1', 'License-File: LICENSE', 'Home-page: UNKNOWN', 'Author-email: UNKNOWN'],
      ]),
    },
    { name: 'no METADATA', wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'omit = ["METADATA"]') },
  ],
  invalid: [
    {
      name: 'no Metadata-Version',
      wheelhouse: wheelWith('METADATA', ['Name: demo', 'Version: 1.0']),
      findings: [{ message: 'noVersion', severity: 'warning' }],
    },
    {
      name: 'versions that PyPI does not know',
      wheelhouse: ['2.0', '2.6', '3.0', 'x']
        .map((version) => wheelWith('METADATA', [`Metadata-Version: ${version}`]))
        .join(''),
      findings: ['2.0', '2.6', '3.0', 'x'].map((version) => ({
        message: 'version',
        line: 1,
        data: { version },
      })),
    },
    {
      name: 'fields of a later version, each once',
      wheelhouse: wheelWith('METADATA', [
        'Metadata-Version: 2.1',
        'Dynamic: License',
        'License-Expression: a',
        'License-Expression: b',
      ]),
      findings: [
        { message: 'newer', line: 2, data: { field: 'Dynamic', since: '2.2', version: '2.1' } },
        { message: 'newer', line: 3, data: { field: 'License-Expression', since: '2.4', version: '2.1' } },
      ],
    },
    {
      name: 'fields that nobody knows',
      wheelhouse: wheelWithMetadata('Provides-Extras: a', 'Provides-Extras: b'),
      findings: [{ message: 'unknown', line: 4, data: { field: 'provides-extras' } }],
    },
    {
      name: 'summaries',
      wheelhouse: wheelWithMetadata('Summary: a', '  b') + wheelWithMetadata(`Summary: ${'x'.repeat(513)}`),
      findings: [
        { message: 'value', data: { reason: 'it is longer than one line' } },
        { message: 'value', data: { reason: 'it is longer than 512 characters (513)' } },
      ],
    },
    {
      name: 'addresses',
      wheelhouse: wheelWithMetadata(
        'Author-email: Ann Example',
        'Maintainer-email: Ann <ann@localhost>',
        'Home-page: example.com',
        'Download-URL: ftp://example.com/x',
      ),
      findings: [
        value('Author-email'),
        value('Maintainer-email', 5),
        value('Home-page', 6),
        value('Download-URL', 7),
      ],
    },
    {
      name: 'project URLs',
      wheelhouse: wheelWithMetadata(
        'Project-URL: , https://example.com',
        'Project-URL: Docs',
        'Project-URL: Docs, example.com',
        `Project-URL: ${'x'.repeat(33)}, https://example.com`,
      ),
      findings: [
        { message: 'value', data: { reason: 'its label is missing' } },
        { message: 'value', data: { reason: "it has no ',' between a label and a URL" } },
        { message: 'label', line: 6, data: { label: 'Docs' } },
        { message: 'value', line: 6, data: { reason: 'it is no http or https URL' } },
        { message: 'value', data: { reason: 'its label is longer than 32 characters' } },
      ],
    },
    {
      name: 'content types',
      wheelhouse: wheelWithMetadata(
        'Description-Content-Type: text/html',
        'Description-Content-Type: text/markdown; charset=latin-1',
        'Description-Content-Type: text/markdown; variant=Github',
      ),
      findings: [
        value('Description-Content-Type', 4),
        value('Description-Content-Type', 5),
        value('Description-Content-Type', 6),
      ],
    },
    {
      name: 'names of things',
      wheelhouse: wheelWithMetadata(
        ...[
          'Provides-Extra: a b',
          'Dynamic: Version',
          'Dynamic: Nonsense',
          'Obsoletes-Dist: a @ https://x.y/a',
        ],
        'Provides-Dist: a b',
      ),
      findings: [
        value('Provides-Extra', 4),
        value('Dynamic', 5),
        value('Dynamic', 6),
        value('Obsoletes-Dist', 7),
        value('Provides-Dist', 8),
      ],
    },
    {
      name: 'names to import',
      wheelhouse: wheelWith('METADATA', [
        'Metadata-Version: 2.5',
        ...['Import-Name: a-b', 'Import-Name: a.class', 'Import-Namespace: a; public', 'Import-Namespace:'],
      ]),
      findings: [
        value('Import-Name', 2),
        value('Import-Name', 3),
        value('Import-Namespace', 4),
        value('Import-Namespace', 5),
      ],
    },
    {
      name: 'a classifier that is there to be refused',
      wheelhouse: wheelWithMetadata('Classifier: Private :: Do Not Upload'),
      findings: [{ message: 'private', line: 4, data: { classifier: 'Private :: Do Not Upload' } }],
    },
  ],
});
