/** Node's timers take no more; a longer one would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Runs work that must end: after `ms` milliseconds it rejects with `late`, and when `parent` aborts, with its reason.
 * It does so at once, even if the work does not heed its signal (undici does not while it connects).
 */
export async function within<T>(
  ms: number,
  late: Error,
  parent: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  parent.throwIfAborted();
  const controller = new AbortController();
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stop = (reason: unknown): void => {
    reject(reason);
    controller.abort(reason);
  };
  const onParent = (): void => stop(parent.reason);
  const timer = setTimeout(stop, Math.min(ms, LONGEST_TIMER), late);
  parent.addEventListener('abort', onParent);
  try {
    return await Promise.race([stopped, work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    parent.removeEventListener('abort', onParent);
  }
}
