import PQueue from 'p-queue';

/** Enough wheels at a time to hide the latency of a network file system. */
const concurrency = 16;

/**
 * Works on items, several at a time.
 * @param take gives the next item, `undefined` where none is left
 */
export async function workAtOnce<Item>(
  take: () => Item | undefined,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  // Each place in the queue takes one item after the other: a task for each would cost a twentieth of the time.
  const workOn = async (): Promise<void> => {
    for (let item = take(); item !== undefined; item = take()) await work(item);
  };
  await new PQueue({ concurrency }).addAll(Array.from({ length: concurrency }, () => workOn));
}

/** Gives the items of a list one after the other. */
export function taking<Item>(items: readonly Item[]): () => Item | undefined {
  let next = 0;
  return () => items[next++];
}
