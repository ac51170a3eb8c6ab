import { quoteInside } from '../../wheel/quote-inside.ts';
import { type ByteText, decoded } from '../byte-text.ts';

/** The name of a member as a part of a clause. */
export function quoteMember(name: ByteText): string {
  return quoteInside(decoded(name));
}
