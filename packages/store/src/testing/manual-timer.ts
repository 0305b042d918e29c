import type { StartTimer } from '../feed/bell.ts';

/** Time that passes when the test says so. */
export class ManualTimer {
  #armed: { readonly task: () => void; readonly milliseconds: number } | undefined;
  #told: PromiseWithResolvers<number> = Promise.withResolvers();

  readonly start: StartTimer = (task, milliseconds) => {
    this.#armed = { task, milliseconds };
    this.#told.resolve(milliseconds);
    return () => {
      this.#armed = undefined;
      this.#told = Promise.withResolvers();
    };
  };

  /** Resolves, with its milliseconds, once somebody waits by this timer. */
  armed(): Promise<number> {
    return this.#told.promise;
  }

  /** Lets the time that is waited for pass; nobody needs to wait again. */
  async release(): Promise<void> {
    await this.armed();
    this.#armed?.task();
  }

  /** Lets the time that is waited for pass, and resolves when the next wait has begun. */
  async elapse(): Promise<number> {
    await this.armed();
    this.#armed?.task();
    await new Promise(setImmediate);
    return this.armed();
  }
}
