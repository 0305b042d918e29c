import { Session } from 'node:inspector/promises';

/**
 * Counts how many pieces of our own code something executes, as V8 counts them: the same on a busy machine as on a
 * quiet one, where time is not. What built-in functions do inside themselves is not counted.
 */
export class StepCounter implements AsyncDisposable {
  readonly #session = new Session();

  static async start(): Promise<StepCounter> {
    const counter = new StepCounter();
    counter.#session.connect();
    await counter.#session.post('Profiler.enable');
    await counter.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return counter;
  }

  async count(run: () => unknown): Promise<number> {
    await this.#take();
    await run();
    return this.#take();
  }

  /** What was counted since it was taken last. */
  async #take(): Promise<number> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => url.includes('/packages/token/src/'))
      .flatMap(({ functions }) => functions)
      .flatMap(({ ranges }) => ranges)
      .reduce((sum, { count }) => sum + count, 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }
}
