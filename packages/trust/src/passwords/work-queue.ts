/** Runs at most `concurrency` jobs at once and lets at most `waiting` more stand in line. */
export interface WorkQueue {
  /** `full` when the line is full; the job is then never run. */
  run<Result>(job: () => Promise<Result>): Promise<{ readonly done: Result } | 'full'>;
}

export function createWorkQueue(limits: {
  readonly concurrency: number;
  readonly waiting: number;
}): WorkQueue {
  let running = 0;
  const line: (() => void)[] = [];

  async function run<Result>(job: () => Promise<Result>): Promise<{ readonly done: Result } | 'full'> {
    if (running >= limits.concurrency) {
      if (line.length >= limits.waiting) return 'full';
      await new Promise<void>((resolve) => line.push(resolve));
    } else {
      running += 1;
    }
    try {
      return { done: await job() };
    } finally {
      leave();
    }
  }

  /** The place of a finished job passes to the next in line without becoming free in between. */
  function leave(): void {
    const next = line.shift();
    if (next) next();
    else running -= 1;
  }

  return { run };
}
