import { type Duplex, PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { Unanswered } from '../unanswered.ts';
import { byteSize } from '../units.ts';
import { headerOf } from './header.ts';
import { networkFailure } from './network-failure.ts';

export interface BodyOptions {
  /** Bytes, on the wire and decompressed. */
  readonly maxBody: number;
  readonly signal: AbortSignal;
}

/**
 * The whole body of a response, decompressed; reading stops at the limit.
 * @throws {Unanswered}
 */
export async function readBody(
  { headers, body }: Dispatcher.ResponseData,
  { maxBody, signal }: BodyOptions,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  try {
    const decoder = decoderFor(headerOf(headers, 'content-encoding'));
    if (Number(headerOf(headers, 'content-length')) > maxBody) throw tooLong(maxBody);
    const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
      for await (const chunk of source) chunks.push(chunk);
    };
    await pipeline(body, limit(maxBody), decoder, limit(maxBody), collect, { signal });
  } catch (error) {
    // Closes the connection: the rest of an endless body must not come in.
    body.on('error', () => undefined).destroy();
    throw networkFailure(error, 'in body');
  }
  return Buffer.concat(chunks);
}

function decoderFor(encoding: string | undefined): Duplex {
  switch (encoding?.trim().toLowerCase() || 'identity') {
    case 'identity':
      return new PassThrough();
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new Unanswered(`answer is in an encoding not asked for (${encoding})`);
  }
}

function limit(most: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > most) done(tooLong(most));
      else done(null, chunk);
    },
  });
}

function tooLong(most: number): Unanswered {
  return new Unanswered(`answer is longer than ${byteSize(most)}`);
}
