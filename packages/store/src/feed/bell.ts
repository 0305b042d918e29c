/** Runs the task after so many milliseconds; answers how to call it off. `setTimeout` outside tests. */
export type StartTimer = (task: () => void, milliseconds: number) => () => void;

export const startNodeTimer: StartTimer = (task, milliseconds) => {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
};

/** Something to wait by: until it rings or the time is up. A ring that nobody waits for ends the next wait. */
export class Bell {
  readonly #startTimer: StartTimer;
  #rung = false;
  #wakeUp: (() => void) | undefined;

  constructor(startTimer: StartTimer) {
    this.#startTimer = startTimer;
  }

  ring(): void {
    this.#rung = true;
    this.#wakeUp?.();
  }

  async wait(milliseconds: number): Promise<void> {
    if (!this.#rung) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wakeUp = resolve;
      const callOff = this.#startTimer(resolve, milliseconds);
      await promise;
      callOff();
      this.#wakeUp = undefined;
    }
    this.#rung = false;
  }
}
