import { Unanswered } from './unanswered.ts';

/** PyPI's answers are five deep, and 64 MiB of them hold about 150,000 objects and arrays. */
const DEEPEST = 64;
const MOST_CONTAINERS = 2_000_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Parses UTF-8 JSON from a source that is not trusted. `JSON.parse` needs 2 GB and 8 s for 64 MiB of brackets, so
 * they are counted first, which costs about 1.5 ms for each MB of an honest answer.
 * @throws {Unanswered}
 */
export function parseJson(bytes: Uint8Array, type?: string): unknown {
  refuseBomb(bytes);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Unanswered(type === undefined ? 'answer is not JSON' : `answer is not JSON (${type})`);
  }
}

function refuseBomb(bytes: Uint8Array): void {
  let depth = 0;
  let containers = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inString) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) {
      inString = true;
    } else if (byte === 0x5b || byte === 0x7b) {
      containers++;
      depth++;
      if (depth > DEEPEST) throw new Unanswered('answer is nested too deeply');
      if (containers > MOST_CONTAINERS) throw new Unanswered('answer has too many parts');
    } else if (byte === 0x5d || byte === 0x7d) {
      depth--;
    }
  }
}
