import type { Progress } from '../engine/lint.ts';

/** Shows how far a run is; `stop` leaves a clean line. */
export interface ProgressDisplay {
  show(progress: Progress): void;
  stop(): void;
}

/** A run that is over sooner needs no bar. */
const patience = 500;

/** A bar on standard error for a person who waits; nothing for a pipeline, a log, or a short run. */
export async function progressDisplay(isWanted: boolean): Promise<ProgressDisplay> {
  const isForPeople =
    process.stderr.isTTY === true && process.env.CI === undefined && process.env.TERM !== 'dumb';
  if (!isWanted || !isForPeople) return { show: () => undefined, stop: () => undefined };
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    format: '{bar} {stage} {value}/{total}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barsize: 30,
    barCompleteChar: '━',
    barIncompleteChar: ' ',
  });
  const start = performance.now();
  const shares = new Map<Progress['stage'], Progress>();
  let isShown = false;
  return {
    show(progress) {
      shares.set(progress.stage, progress);
      if (performance.now() - start < patience) return;
      // Reading and asking go on at the same time: the bar shows the one that has more left.
      const slowest = [...shares.values()].reduce((a, b) => (b.total - b.done > a.total - a.done ? b : a));
      if (!isShown) bar.start(slowest.total, slowest.done, { stage: slowest.stage });
      isShown = true;
      bar.setTotal(slowest.total);
      bar.update(slowest.done, { stage: slowest.stage });
    },
    stop() {
      if (isShown) bar.stop();
    },
  };
}
