import { type FileHandle, open } from 'node:fs/promises';

const chunkLength = 1024 * 1024;

/** Whether two files hold the same; links to nothing and folders are no files. */
export async function sameBytes(one: string, other: string): Promise<boolean> {
  const first = await open(one);
  const second = await open(other).catch(() => undefined);
  try {
    return second !== undefined && (await compare(first, second));
  } finally {
    await first.close();
    await second?.close();
  }
}

async function compare(first: FileHandle, second: FileHandle): Promise<boolean> {
  const [a, b] = [await first.stat(), await second.stat()];
  if (!b.isFile() || a.size !== b.size) return false;
  const [left, right] = [Buffer.allocUnsafeSlow(chunkLength), Buffer.allocUnsafeSlow(chunkLength)];
  for (let position = 0; position < a.size; ) {
    const { bytesRead } = await first.read(left, 0, chunkLength, position);
    await readFully(second, right.subarray(0, bytesRead), position);
    if (bytesRead === 0 || !left.subarray(0, bytesRead).equals(right.subarray(0, bytesRead))) return false;
    position += bytesRead;
  }
  return true;
}

async function readFully(handle: FileHandle, buffer: Buffer, start: number): Promise<void> {
  for (let filled = 0; filled < buffer.length; ) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, start + filled);
    if (bytesRead === 0) return;
    filled += bytesRead;
  }
}
