import { InvalidArgumentError } from 'commander';
import { didYouMean } from '../suggest.ts';

/** Collects a repeatable option. */
export function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

/** Collects an option that is repeatable and takes several words with commas between them. */
export function list(value: string, previous: readonly string[]): string[] {
  return [
    ...previous,
    ...value
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ];
}

/** A name that GitHub does not cut: what follows the last slash of an id is the run, not the category. */
export function category(value: string): string {
  const name = value.replace(/\/+$/, '');
  if (name === '' || /[\p{Cc}\s]/u.test(name)) throw new InvalidArgumentError('It is a name without blanks.');
  return name;
}

/** @throws {InvalidArgumentError} */
export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It is a whole number, 0 or more.');
  return Number(value);
}

/** A whole number with a bound. @throws {InvalidArgumentError} from what it returns */
export function atMost(most: number, unit: string) {
  return (value: string): number => {
    if (/^\d{1,9}$/.test(value) && Number(value) <= most) return Number(value);
    throw new InvalidArgumentError(`It is a whole number of ${unit}, from 0 to ${most}.`);
  };
}

/** @throws {InvalidArgumentError} from what it returns */
export function positiveInteger(what: string, most: number) {
  return (value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < 1 || number > most) {
      throw new InvalidArgumentError(`It is ${what}, from 1 to ${most}.`);
    }
    return number;
  };
}

/** @throws {InvalidArgumentError} */
export function positiveNumber(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 3600)) {
    throw new InvalidArgumentError('It is a number of seconds, up to 3600.');
  }
  return number;
}

/** One of a list of words, or an error that names the nearest. @throws {InvalidArgumentError} */
export function oneOf<Word extends string>(value: string, words: readonly Word[], option: string): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const hint = didYouMean(value, words) || ` It is one of: ${words.join(', ')}.`;
  throw new InvalidArgumentError(`${option} cannot be '${value}'.${hint}`);
}
