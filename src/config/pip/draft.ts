import { UsageError } from '../../errors.ts';
import { quote } from '../../packaging/quote.ts';
import type { PipEntry } from './dictionary.ts';
import { anyFormat, type FormatControl, type FormatOption, restrictFormats } from './format-control.ts';
import { hasBlank, words } from './python-text.ts';
import { formatOrigin, type PipCommand, type PipOrigin, type PipSetting } from './setting.ts';
import { shown } from './shown.ts';

type Maybe<Value> = PipSetting<Value> | undefined;

/** Options that change which file pip takes, and that are not modelled. */
const unmodelled: ReadonlyMap<string, { readonly isFlag?: true; readonly notFor?: PipCommand }> = new Map([
  ['constraint', {}],
  ['require-hashes', { isFlag: true }],
  ['all-releases', {}],
  ['only-final', {}],
  ['uploaded-prior-to', {}],
  ['ignore-requires-python', { isFlag: true }],
  ['platform', { notFor: 'wheel' }],
  ['python-version', { notFor: 'wheel' }],
  ['implementation', { notFor: 'wheel' }],
  ['abi', { notFor: 'wheel' }],
]);

/** Python's words, as pip takes them: whole, in any case. */
const yes: readonly string[] = ['y', 'yes', 't', 'true', 'on', '1'];
const no: readonly string[] = ['n', 'no', 'f', 'false', 'off', '0'];

/** Takes the settings of one command as texts, in the order of their strength. */
export class Draft {
  findLinks: Maybe<readonly string[]>;
  indexUrl: Maybe<string>;
  extraIndexUrls: Maybe<readonly string[]>;
  noIndex: Maybe<boolean>;
  preferBinary: Maybe<boolean>;
  pre: Maybe<boolean>;
  formats: Maybe<FormatControl>;
  /** By what they are about. */
  readonly notices = new Map<string, string>();
  readonly #command: PipCommand;

  constructor(command: PipCommand) {
    this.#command = command;
  }

  set(key: string, entry: PipEntry): void {
    const origins = [entry.origin];
    switch (key) {
      case 'find-links':
        this.findLinks = { value: words(entry.value), origins };
        break;
      case 'index-url':
      case 'pypi-url':
        this.indexUrl = { value: entry.value, origins };
        break;
      case 'extra-index-url':
        this.extraIndexUrls = { value: words(entry.value), origins };
        break;
      case 'no-index':
        this.noIndex = { value: isOn(key, entry), origins };
        break;
      case 'prefer-binary':
        this.preferBinary = { value: isOn(key, entry), origins };
        break;
      case 'pre':
        this.pre = { value: isOn(key, entry), origins };
        break;
      case 'only-binary':
      case 'no-binary':
        this.#restrict(key, entry);
        break;
      default:
        this.#notice(key, entry);
    }
  }

  #restrict(option: FormatOption, { value, origin }: PipEntry): void {
    const before = this.formats ?? { value: anyFormat, origins: [] };
    this.formats = {
      value: at(origin, () => restrictFormats(before.value, option, value)),
      origins: [...before.origins, origin],
    };
    const blank = value.split(',').find(hasBlank);
    if (blank === undefined) return;
    const place = formatOrigin(origin);
    this.notices.set(
      `${option} in ${place}`,
      `${place}: '${option}' names ${quote(blank)}, which fits no project: only commas separate them, and blanks count.`,
    );
  }

  #notice(key: string, entry: PipEntry): void {
    const option = unmodelled.get(key);
    if (option === undefined || option.notFor === this.#command) return;
    if (option.isFlag && !isOn(key, entry)) this.notices.delete(key);
    else {
      this.notices.set(
        key,
        `${formatOrigin(entry.origin)}: '${key} = ${shown(entry.value)}' changes what pip takes, and is not considered here.`,
      );
    }
  }
}

/** @throws {UsageError} */
function isOn(key: string, { value, origin }: PipEntry): boolean {
  const word = value.toLowerCase();
  if (yes.includes(word)) return true;
  if (no.includes(word)) return false;
  const written = quote(shown(value));
  throw new UsageError(
    `${formatOrigin(origin)}: '${key}' is ${written}, which pip refuses; write 'true' or 'false'.`,
  );
}

/** Names the place in errors about what stands there. */
function at<Value>(origin: PipOrigin, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${formatOrigin(origin)}: ${error.message}`);
    throw error;
  }
}
