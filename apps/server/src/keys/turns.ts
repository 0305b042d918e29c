/** Runs a job once its turn has come, or rejects when `signal` aborts before. */
export type InTurn = <Outcome>(job: () => Promise<Outcome>, signal: AbortSignal) => Promise<Outcome>;

/** At most so many at once, which is asked before each; the others wait in the order in which they came. */
export function createTurns(atOnce: () => number): InTurn {
  const waiting = new Set<() => void>();
  let running = 0;

  function beginNext(): void {
    for (const begin of waiting) {
      if (running >= atOnce()) return;
      running += 1;
      waiting.delete(begin);
      begin();
    }
  }

  function turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(begin);
        reject(new Error('Its turn did not come in time'));
      };
      const begin = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      if (signal.aborted) return leave();
      signal.addEventListener('abort', leave, { once: true });
      waiting.add(begin);
      beginNext();
    });
  }

  return async (job, signal) => {
    await turn(signal);
    try {
      return await job();
    } finally {
      running -= 1;
      beginNext();
    }
  };
}
