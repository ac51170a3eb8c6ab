import rule from '../../rules/lock-mismatch.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const any = 'demo-1.0-py3-none-any.whl';
const other = 'b'.repeat(64);
const another = 'c'.repeat(64);

function lock(file: string, text: string): string {
  return `[[lock]]\nfile = "${file}"\ntext = '''\n${text}'''\n`;
}

function requirements(text: string): string {
  return lock('requirements.txt', text);
}

function pylock(filename: string, hashes: string): string {
  const file = `{ name = "${filename}", url = "https://files.example/${filename}", hashes = {${hashes}} }`;
  return lock(
    'pylock.toml',
    `lock-version = "1.0"\n[[packages]]\nname = "demo"\nversion = "1.0"\nwheels = [\n  ${file},\n]\n`,
  );
}

testRule(rule, {
  valid: [
    { name: 'no lock file', wheelhouse: wheel(any) },
    {
      name: 'the promised hash',
      wheelhouse: wheel(any) + requirements(`demo==1.0 --hash=sha256:{${any}}\n`),
    },
    {
      name: 'one of several promised hashes',
      wheelhouse: wheel(any) + requirements(`demo==1.0 --hash=sha256:${other} --hash=sha256:{${any}}\n`),
    },
    {
      name: 'one promise of several, for other markers',
      wheelhouse:
        wheel(any) +
        requirements(
          `demo==1.0; os_name=='nt' --hash=sha256:${other}\ndemo==1.0; os_name!='nt' --hash=sha256:{${any}}\n`,
        ),
    },
    {
      name: 'another project',
      wheelhouse: wheel(any) + requirements(`other==1.0 --hash=sha256:${other}\n`),
    },
    {
      name: 'another version',
      wheelhouse: wheel(any) + requirements(`demo==1.0.1 --hash=sha256:${other}\n`),
    },
    {
      name: 'a local label makes another version',
      wheelhouse:
        wheel('demo-1.0+mysite-py3-none-any.whl') + requirements(`demo==1.0 --hash=sha256:${other}\n`),
    },
    {
      name: 'a version that is not pinned',
      wheelhouse: wheel(any) + requirements(`demo>=1.0 --hash=sha256:${other}\n`),
    },
    { name: 'an entry without hashes', wheelhouse: wheel(any) + requirements('demo==1.0\n') },
    {
      name: 'one entry of several without hashes: anything goes',
      wheelhouse: wheel(any) + requirements(`demo==1.0 --hash=sha256:${other}\ndemo==1.0.0\n`),
    },
    {
      name: 'hashes of a kind that is not computed',
      wheelhouse:
        wheel(any) + requirements(`demo==1.0 --hash=sha256:${other} --hash=sha512:${other}${other}\n`),
    },
    { name: 'the promised file', wheelhouse: wheel(any) + pylock(any, `sha256 = "{${any}}"`) },
    { name: 'a promised file without sha256', wheelhouse: wheel(any) + pylock(any, `md5 = "${other}"`) },
    {
      name: 'another file of the locked version',
      wheelhouse: wheel(any) + pylock('demo-1.0-1-py3-none-any.whl', `sha256 = "${other}"`),
    },
    {
      name: 'a name that does not parse',
      wheelhouse: wheel('demo.whl') + requirements(`demo==1.0 --hash=sha256:${other}\n`),
    },
  ],
  invalid: [
    {
      name: 'none of the hashes of the version',
      wheelhouse:
        wheel(any) +
        requirements(`# comment\nDemo==1.0.0 \\\n  --hash=sha256:${other} \\\n  --hash=sha256:${another}\n`),
      findings: [
        {
          message: 'version',
          severity: 'warning',
          data: { place: 'requirements.txt:2', version: '1.0', promised: `${other} ${another}` },
        },
      ],
    },
    {
      name: 'a labelled version',
      wheelhouse:
        wheel('demo-1.0+mysite-py3-none-any.whl') + requirements(`demo==1.0+mysite --hash=sha256:${other}\n`),
      findings: [{ message: 'version', data: { version: '1.0+mysite' } }],
    },
    {
      name: 'other bytes under the promised name',
      wheelhouse: wheel(any) + pylock(any, `sha256 = "${other}"`),
      findings: [{ message: 'file', severity: 'error', data: { place: 'pylock.toml:6', promised: other } }],
    },
    {
      name: 'each wheel of the version',
      wheelhouse:
        wheel(any) +
        wheel('demo-1.0-1-py3-none-any.whl') +
        requirements(`demo==1.0 --hash=sha256:{${any}}\n`),
      findings: [{ message: 'version', wheel: 'demo-1.0-1-py3-none-any.whl' }],
    },
    {
      name: 'each lock is judged by itself',
      wheelhouse:
        wheel(any) +
        requirements(`demo==1.0 --hash=sha256:{${any}}\n`) +
        pylock(any, `sha256 = "${other}"`) +
        lock('old.txt', `demo==1.0 --hash=sha256:${another}\n`),
      findings: [
        { message: 'version', data: { place: 'old.txt:1' } },
        { message: 'file', data: { place: 'pylock.toml:6' } },
      ],
    },
    {
      name: 'what an index says makes no difference',
      wheelhouse: wheel(any) + requirements(`demo==1.0 --hash=sha256:${other}\n`),
      index: 'unchecked',
      findings: [{ message: 'version' }],
    },
  ],
});
