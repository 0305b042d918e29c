import type { FoundKind } from './detector.ts';
import { placeholderOf } from './placeholder.ts';

/** Keeps what was masked in a question, until its answer is through: the same value has the same placeholder. */
export class Veil {
  readonly #question: string;
  readonly #byValue = new Map<string, string>();
  readonly #byPlaceholder = new Map<string, string>();
  readonly #numbers = new Map<FoundKind, number>();

  /** @param question as it came: what stands there as a placeholder already is never one of ours */
  constructor(question: string) {
    this.#question = question;
  }

  get isEmpty(): boolean {
    return this.#byValue.size === 0;
  }

  /** Numbered in the order of the question, so that a conversation that goes on is masked as before. */
  cover(kind: FoundKind, value: string): string {
    const key = `${kind} ${value}`;
    const known = this.#byValue.get(key);
    if (known !== undefined) return known;
    const placeholder = this.#next(kind);
    this.#byValue.set(key, placeholder);
    this.#byPlaceholder.set(placeholder, value);
    return placeholder;
  }

  uncover(placeholder: string): string | undefined {
    return this.#byPlaceholder.get(placeholder);
  }

  #next(kind: FoundKind): string {
    for (;;) {
      const number = (this.#numbers.get(kind) ?? 0) + 1;
      this.#numbers.set(kind, number);
      const placeholder = placeholderOf(kind, number);
      if (!this.#question.includes(placeholder)) return placeholder;
    }
  }
}
