import { detach } from '../../detach.ts';
import { type Headers, parseHeaders } from './headers.ts';

/** A `Tag` line of the WHEEL file. */
export interface TagLine {
  readonly text: string;
  /** 1-based line in WHEEL. */
  readonly line: number;
}

/** The fields of the WHEEL file. @see https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-contents */
export interface WheelFileFacts {
  /** Name of the member. */
  readonly member: string;
  readonly wheelVersion: string | undefined;
  readonly generator: string | undefined;
  /** `undefined` where it is missing or neither `true` nor `false`. */
  readonly rootIsPurelib: boolean | undefined;
  readonly tags: readonly TagLine[];
  readonly build: string | undefined;
}

/** @param member name of the WHEEL member, for findings */
export function readWheelFile(member: string, text: string): WheelFileFacts {
  return wheelFileFacts(member, parseHeaders(text));
}

/** The same for headers that were read already. */
export function wheelFileFacts(member: string, { byName }: Headers): WheelFileFacts {
  const first = (name: string): string | undefined => {
    const field = byName.get(name)?.[0];
    return field && detach(field.value);
  };
  const purelib = first('root-is-purelib')?.toLowerCase();
  return {
    member,
    wheelVersion: first('wheel-version'),
    generator: first('generator'),
    rootIsPurelib: purelib === 'true' ? true : purelib === 'false' ? false : undefined,
    tags: (byName.get('tag') ?? []).map(({ value, line }) => ({ text: detach(value), line })),
    build: first('build'),
  };
}
