import type { Guard } from './guard.ts';

/** How often each guard found something in a question and its answer, and which of them refuses it. Never what. */
export class GuardTally {
  readonly #counts = new Map<string, number>();
  #refusedBy: string | undefined;

  note(guard: Guard): void {
    this.#counts.set(guard.name, (this.#counts.get(guard.name) ?? 0) + 1);
    if (guard.act === 'refuse') this.refuse(guard);
  }

  /** Whatever it does with what it finds. */
  refuse({ name }: Guard): void {
    this.#refusedBy ??= name;
  }

  get refusedBy(): string | undefined {
    return this.#refusedBy;
  }

  /** In the order in which they first found something. */
  get counts(): readonly (readonly [name: string, count: number])[] {
    return [...this.#counts];
  }
}
