import type { Detector, FoundKind, Verdict } from './detector.ts';

/** A piece of a text in which nothing is, or something that was found in it. */
export type Segment =
  | { readonly text: string }
  | { readonly found: FoundKind; readonly value: string; readonly by: Detector };

type Finding = { readonly by: Detector; readonly length: number };

/** What is looked for, sorted by how it may begin: made once for many texts. */
export class Search {
  readonly #detectors: readonly Detector[];
  readonly #byUnit: readonly (readonly Detector[])[];

  constructor(detectors: readonly Detector[]) {
    this.#detectors = detectors;
    this.#byUnit = Array.from({ length: 128 }, (_, unit) => detectors.filter((each) => each.begins(unit)));
  }

  at(text: string, from: number, isEnd: boolean): Finding | Exclude<Verdict, number> {
    const unit = text.charCodeAt(from);
    for (const by of this.#byUnit[unit] ?? this.#detectors) {
      if (unit > 127 && !by.begins(unit)) continue;
      const length = by.at(text, from, isEnd);
      if (length === 'more' && !isEnd) return 'more';
      if (typeof length === 'number' && length > 0) return { by, length };
    }
    return 'no';
  }
}

/**
 * Looks through a text that comes in pieces, and gives the same as for the whole of it wherever it is cut: a place is decided
 * once enough is there. What cannot be decided yet is held back, which is no more than the longest that may be found, and as
 * a rule a word. Where several could begin at a place, the first of the list counts.
 */
export class Scanner {
  readonly #search: Search;
  #text = '';
  /** What stands before it is decided; one unit of that stays to be looked at. */
  #decided = 0;
  /** Of what was found longer than is looked for: its rest is a part of it. */
  #goesOn: Detector | undefined;

  constructor(search: Search) {
    this.#search = search;
  }

  /** How much is held back. */
  get held(): number {
    return this.#text.length - this.#decided;
  }

  take(piece: string): readonly Segment[] {
    this.#text += piece;
    return this.#scan(false);
  }

  /** The text is over: all that was held back. */
  end(): readonly Segment[] {
    return this.#scan(true);
  }

  #scan(isEnd: boolean): readonly Segment[] {
    const text = this.#text;
    const segments: Segment[] = [];
    let from = this.#decided;
    let at = from;
    while (at < text.length) {
      if (this.#goesOn?.goesOn?.(text.charCodeAt(at)) === true) {
        at += 1;
        from = at;
        continue;
      }
      this.#goesOn = undefined;
      const found = this.#search.at(text, at, isEnd);
      if (found === 'more') break;
      if (found === 'no') {
        at += 1;
        continue;
      }
      if (at > from) segments.push({ text: text.slice(from, at) });
      const { by, length } = found;
      segments.push({ found: by.kind, value: text.slice(at, at + length), by });
      at += length;
      from = at;
      if (length >= by.longest) this.#goesOn = by;
    }
    const isHalf = !isEnd && at > from && /[\ud800-\udbff]/.test(text.charAt(at - 1));
    const end = isHalf ? at - 1 : at;
    if (end > from) segments.push({ text: text.slice(from, end) });
    const kept = Math.max(0, end - 1);
    this.#text = text.slice(kept);
    this.#decided = end - kept;
    return segments;
  }
}
