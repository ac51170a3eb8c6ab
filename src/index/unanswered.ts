import { oneLine } from '../one-line.ts';

export interface UnansweredTraits {
  /** Another try may succeed. */
  readonly transient?: boolean;
  /** The fault is the host's (no connection, no answer in time, overload), not this project's. */
  readonly hostDown?: boolean;
  /** Milliseconds that the index asks to wait before another try. */
  readonly retryAfter?: number | undefined;
  /** The HTTP status that the index answered with. */
  readonly status?: number | undefined;
}

/** Why an index could not be asked. The message is one printable line, fit for an `unchecked` answer. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  readonly transient: boolean;
  readonly hostDown: boolean;
  readonly retryAfter: number | undefined;
  readonly status: number | undefined;

  constructor(reason: string, traits: UnansweredTraits = {}) {
    const { transient = false, hostDown = false, retryAfter, status } = traits;
    super(oneLine(reason));
    this.transient = transient;
    this.hostDown = hostDown;
    this.retryAfter = retryAfter;
    this.status = status;
  }
}
