import type { Detector } from './detector.ts';
import type { Guard } from './guard.ts';
import { placeholder, placeholderOf } from './placeholder.ts';
import { Scanner, Search, type Segment } from './scanner.ts';
import type { GuardTally } from './tally.ts';
import type { Veil } from './veil.ts';

export interface WayParts {
  readonly guards: readonly Guard[];
  readonly veil: Veil;
  readonly tally: GuardTally;
}

/** A text on its way, which comes in pieces or at once. */
export interface GuardedText {
  /** What may go on of it; the rest is held back. */
  take(piece: string): string;
  end(): string;
}

/** Guards on one way: that of a question to its provider, or that of an answer to its caller. */
export class GuardedWay {
  readonly tally: GuardTally;
  /** Nothing is looked for on it: what goes along may go as it came. */
  readonly isOpen: boolean;
  readonly #veil: Veil;
  readonly #isAnswer: boolean;
  readonly #looks: boolean;
  readonly #search: Search;
  readonly #owners = new Map<Detector, Guard>();
  readonly #bounds: readonly Guard[];
  readonly #wholes: readonly Guard[];
  #characters = 0;

  private constructor({ guards, veil, tally }: WayParts, isAnswer: boolean) {
    this.tally = tally;
    this.#veil = veil;
    this.#isAnswer = isAnswer;
    // Where two look for the same, the first counts.
    for (const guard of guards)
      for (const each of guard.detectors) if (!this.#owners.has(each)) this.#owners.set(each, guard);
    const detectors = [...(isAnswer && !veil.isEmpty ? [placeholder] : []), ...this.#owners.keys()];
    this.#search = new Search(detectors);
    this.#looks = detectors.length > 0;
    this.#bounds = guards.filter(({ longest }) => longest !== undefined);
    this.#wholes = isAnswer ? guards.filter(({ holdsWhole }) => holdsWhole !== undefined) : [];
    this.isOpen = [detectors, this.#bounds, this.#wholes].every(({ length }) => length === 0);
  }

  static ofQuestion(parts: WayParts): GuardedWay {
    return new GuardedWay({ ...parts, guards: parts.guards.filter((each) => each.ofQuestions) }, false);
  }

  static ofAnswer(parts: WayParts): GuardedWay {
    return new GuardedWay({ ...parts, guards: parts.guards.filter((each) => each.ofAnswers) }, true);
  }

  /** Something may be found on it, and not only measured. */
  get looks(): boolean {
    return this.#looks;
  }

  /** A text goes on only once it is whole, and was held against what it must be. */
  get asksForWhole(): boolean {
    return this.#wholes.length > 0;
  }

  holdAgainst(text: string): void {
    for (const guard of this.#wholes) {
      if (guard.holdsWhole?.(text) !== false) continue;
      this.tally.note(guard);
      this.tally.refuse(guard);
    }
  }

  begin(): GuardedText {
    const scanner = new Scanner(this.#search);
    return {
      take: (piece) => {
        this.count(piece.length);
        return this.#told(scanner.take(piece));
      },
      end: () => this.#told(scanner.end()),
    };
  }

  whole(text: string): string {
    this.count(text.length);
    return this.counted(text);
  }

  /** A text, or a part of one, that has been counted. */
  counted(text: string): string {
    const scanner = new Scanner(this.#search);
    return this.#told(scanner.take(text)) + this.#told(scanner.end());
  }

  count(more: number): void {
    this.#characters += more;
    for (const guard of this.#bounds) {
      if (this.#characters <= (guard.longest ?? 0) || this.tally.refusedBy !== undefined) continue;
      this.tally.note(guard);
      this.tally.refuse(guard);
    }
  }

  #told(segments: readonly Segment[]): string {
    return segments.map((segment) => ('text' in segment ? segment.text : this.#instead(segment))).join('');
  }

  #instead({ found, value, by }: Extract<Segment, { found: unknown }>): string {
    if (by === placeholder) return this.#veil.uncover(value) ?? value;
    const guard = this.#owners.get(by);
    if (guard === undefined) return value;
    this.tally.note(guard);
    // What a model says by itself nobody has masked, and so nobody gets back.
    return guard.act === 'restore' && !this.#isAnswer ? this.#veil.cover(found, value) : placeholderOf(found);
  }
}
