import type { StartTimer } from '../feed/bell.ts';

interface Armed {
  readonly task: () => void;
  readonly milliseconds: number;
}

/** Any number of deadlines at once, which pass when the test says so and not before. */
export class ManualTimers {
  readonly #armed = new Set<Armed>();

  readonly start: StartTimer = (task, milliseconds) => {
    const timer = { task, milliseconds };
    this.#armed.add(timer);
    return () => this.#armed.delete(timer);
  };

  /** Lets every deadline of so many milliseconds pass that runs now. */
  expire(milliseconds: number): void {
    for (const timer of [...this.#armed].filter((each) => each.milliseconds === milliseconds)) {
      this.#armed.delete(timer);
      timer.task();
    }
  }
}
