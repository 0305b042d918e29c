import type { ToldCount } from '@signet/gateway';
import type { AccessLog } from '@signet/gateway/ports';
import { type LineOutput, openOutput } from './line-output.ts';

/** Collects lines and writes them in batches, so that no request waits for a disk or for whoever reads. */
export interface AccessLogWriter extends AccessLog {
  readonly count: ToldCount;
  /** Resolves when what there is has been written, or could not be. */
  flush(): Promise<void>;
  /** The same, and for no longer than a moment. */
  close(): Promise<void>;
}

export interface AccessLogOptions {
  /** Told why nothing can be written, and once more when something was again. */
  readonly report: (problem: string | undefined) => void;
  readonly open?: (to: string) => LineOutput;
  /** Bytes that wait for each output; more lines are dropped, and counted. */
  readonly mostWaiting?: number;
}

const usualMost = 4 * 1024 * 1024;
const writeEvery = 100;
const longestClose = 2000;

export function createAccessLog(options: AccessLogOptions): AccessLogWriter {
  const { report, open = openOutput, mostWaiting = usualMost } = options;
  let current: { readonly to: string; readonly queue: LineQueue } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let leaving: Promise<void> = Promise.resolve();
  const count = { sent: 0, dropped: 0 };

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    await current?.queue.drain();
    if (current?.queue.isEmpty === false) wake();
  }

  function wake(): void {
    timer ??= setTimeout(() => void flush(), writeEvery).unref();
  }

  /** The configuration names another place: what waits for the old one is still written there. */
  function queueFor(to: string): LineQueue {
    if (current?.to === to) return current.queue;
    const old = current?.queue;
    if (old !== undefined) leaving = leaving.then(() => old.close());
    current = { to, queue: new LineQueue(open(to), { mostWaiting, count, report }) };
    return current.queue;
  }

  return {
    write(to, line) {
      if (queueFor(to).add(line)) wake();
    },
    count,
    flush,
    async close() {
      clearTimeout(timer);
      const patience = Promise.withResolvers<void>();
      const impatient = setTimeout(() => patience.resolve(), longestClose).unref();
      await Promise.race([Promise.all([leaving, current?.queue.close()]), patience.promise]);
      clearTimeout(impatient);
    },
  };
}

interface QueueOptions extends Required<Pick<AccessLogOptions, 'report' | 'mostWaiting'>> {
  readonly count: { sent: number; dropped: number };
}

/** Lines for one output, of which one batch is written at a time. */
class LineQueue {
  readonly #output: LineOutput;
  readonly #options: QueueOptions;
  #waiting: string[] = [];
  #size = 0;
  #isBroken = false;
  #running: Promise<void> | undefined;

  constructor(output: LineOutput, options: QueueOptions) {
    this.#output = output;
    this.#options = options;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** False where there is no room. What stands in memory is at most two bytes a character. */
  add(line: string): boolean {
    const size = line.length * 2;
    if (this.#size + size > this.#options.mostWaiting) {
      this.#options.count.dropped += 1;
      return false;
    }
    this.#size += size;
    this.#waiting.push(line);
    return true;
  }

  drain(): Promise<void> {
    this.#running ??= this.#writeAll().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async close(): Promise<void> {
    await this.drain();
    await this.drain();
    this.#options.count.dropped += this.#waiting.length;
    this.#waiting = [];
    await this.#output.close().catch((error: unknown) => this.#broken(error));
  }

  #broken(error: unknown): void {
    this.#tell(error instanceof Error ? error.message : 'of something unexpected');
  }

  /** Once when it begins, and once when it is over. */
  #tell(problem: string | undefined): void {
    const isBroken = problem !== undefined;
    if (isBroken !== this.#isBroken) this.#options.report(problem);
    this.#isBroken = isBroken;
  }

  async #writeAll(): Promise<void> {
    let more = true;
    while (more) more = await this.#write();
  }

  /** @returns whether more waits that may go at once */
  async #write(): Promise<boolean> {
    const { mostLines } = this.#output;
    const batch = this.#waiting.slice(0, mostLines);
    if (batch.length === 0) return false;
    this.#waiting = this.#waiting.slice(batch.length);
    const { done, goesOn } = await this.#hand(batch);
    // What was not taken goes before what has come since, and still counts as waiting.
    for (const line of batch.slice(0, done)) this.#size -= line.length * 2;
    this.#waiting = [...batch.slice(done), ...this.#waiting];
    return goesOn && batch.length === mostLines && this.#waiting.length > 0;
  }

  async #hand(batch: readonly string[]): Promise<{ readonly done: number; readonly goesOn: boolean }> {
    const { count } = this.#options;
    try {
      const { taken, rejected = 0, problem } = await this.#output.write(batch);
      count.sent += taken - rejected;
      count.dropped += rejected;
      this.#tell(problem);
      return { done: taken, goesOn: problem === undefined && taken === batch.length };
    } catch (error) {
      count.dropped += batch.length;
      this.#broken(error);
      return { done: batch.length, goesOn: false };
    }
  }
}
