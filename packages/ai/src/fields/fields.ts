import type { Loss, Losses } from '../model/loss.ts';

/** What is lost of a field that nobody took. */
const unknownReason = 'there is no counterpart for it in the protocol of the other side';

/**
 * One object of a wire, read member by member: whatever nobody has taken when it is left is told as lost, so that no
 * field can vanish by being forgotten in a translator.
 */
export class Fields {
  readonly path: string;
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #left: Set<string>;
  readonly #of: Loss['of'];
  readonly #losses: Losses;

  constructor(
    value: unknown,
    place: { readonly path: string; readonly of: Loss['of']; readonly losses: Losses },
  ) {
    this.#value = isRecord(value) ? value : {};
    this.#left = new Set(Object.keys(this.#value));
    this.path = place.path;
    this.#of = place.of;
    this.#losses = place.losses;
  }

  /** As it stands; undefined where it is absent or null. */
  take(name: string): unknown {
    this.#left.delete(name);
    return Object.hasOwn(this.#value, name) ? (this.#value[name] ?? undefined) : undefined;
  }

  /** Undefined for what is no text: that is told as lost. */
  text(name: string): string | undefined {
    return this.#typed(name, (value) => typeof value === 'string');
  }

  number(name: string): number | undefined {
    return this.#typed(name, (value) => typeof value === 'number' && Number.isFinite(value));
  }

  flag(name: string): boolean | undefined {
    return this.#typed(name, (value) => typeof value === 'boolean');
  }

  list(name: string): readonly unknown[] {
    return this.#typed<readonly unknown[]>(name, Array.isArray) ?? [];
  }

  /** The object below, to be read and left in its turn; undefined where there is none. */
  below(name: string): Fields | undefined {
    const value = this.#typed<object>(name, isRecord);
    return value && this.#at(value, this.#pathOf(name));
  }

  /** Each object of a list; what is none is told as lost. */
  each(name: string): readonly Fields[] {
    return this.list(name).flatMap((item, at) => {
      const path = `${this.#pathOf(name)}[${at}]`;
      if (isRecord(item)) return [this.#at(item, path)];
      this.#losses.note({ path, of: this.#of, fate: 'dropped', reason: 'it is no object' });
      return [];
    });
  }

  /** Takes a member that says nothing to the other side, and is no loss: counters, types that are implied. */
  ignore(...names: readonly string[]): void {
    for (const name of names) this.#left.delete(name);
  }

  lose(name: string, fate: Loss['fate'], reason: string): void {
    this.#left.delete(name);
    this.#losses.note({ path: this.#pathOf(name), of: this.#of, fate, reason });
  }

  /** All of it as it came, whether it was taken or not. */
  whole(): Readonly<Record<string, unknown>> {
    this.#left.clear();
    return this.#value;
  }

  /** What nobody took, by its path, for the way back to its own protocol. */
  rest(): ReadonlyMap<string, unknown> {
    const left = [...this.#left].filter((name) => this.#value[name] !== null);
    this.#left.clear();
    return new Map(left.map((name) => [this.#pathOf(name), this.#value[name]]));
  }

  /** Tells what nobody took. `null` is as good as nothing. */
  leave(reason: string = unknownReason): void {
    for (const name of this.#left) {
      if (this.#value[name] !== null) this.lose(name, 'dropped', reason);
    }
    this.#left.clear();
  }

  #typed<Type>(name: string, is: (value: unknown) => boolean): Type | undefined {
    const value = this.take(name);
    if (value === undefined) return undefined;
    if (is(value)) return value as Type;
    this.lose(name, 'dropped', 'its value is of another type than the protocol says');
    return undefined;
  }

  #pathOf(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  #at(value: object, path: string): Fields {
    return new Fields(value, { path, of: this.#of, losses: this.#losses });
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
