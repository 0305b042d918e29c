import type { Detector, Verdict } from './detector.ts';

/** Of those that show nothing, between the letters of a term, and of blanks in a row. */
const mostUnseen = 8;
const mostBlanks = 4;

const unseen = /[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]/;
const blank = /\s/;
/** Of writing that parts its words. */
const letter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_]/u;

/** What must not be said: words and groups of words, in whatever letters, wide ones too, and whatever stands unseen between them. */
export class Terms implements Detector {
  readonly kind = 'term';
  readonly longest: number;
  readonly #byFirst: ReadonlyMap<string, readonly string[]>;

  constructor(terms: readonly string[]) {
    const folded = terms.map((term) => term.trim().replaceAll(/\s+/g, ' ').split('').map(fold).join(''));
    const sorted = [...new Set(folded)].filter((term) => term !== '').toSorted((a, b) => b.length - a.length);
    this.#byFirst = Map.groupBy(sorted, (term) => term.charAt(0));
    this.longest = Math.max(0, ...sorted.map(longestOf));
  }

  begins(unit: number): boolean {
    return this.#byFirst.has(fold(String.fromCharCode(unit)));
  }

  at(text: string, from: number, isEnd: boolean): Verdict {
    for (const term of this.#byFirst.get(fold(text.charAt(from))) ?? []) {
      const found = termAt(text, from, { term, isEnd });
      if (found !== 'no') return found;
    }
    return 'no';
  }
}

interface Wanted {
  readonly term: string;
  readonly isEnd: boolean;
}

function termAt(text: string, from: number, { term, isEnd }: Wanted): Verdict {
  if (letter.test(term.charAt(0)) && letter.test(text.charAt(from - 1))) return 'no';
  let at = from;
  let passed = 0;
  for (const wanted of term.split('')) {
    while (at > from && passed < mostUnseen && unseen.test(text.charAt(at))) {
      at += 1;
      passed += 1;
    }
    if (at >= text.length) return isEnd ? 'no' : 'more';
    if (wanted !== ' ') {
      if (fold(text.charAt(at)) !== wanted) return 'no';
      at += 1;
      continue;
    }
    const first = at;
    while (at < text.length && at - first < mostBlanks && blank.test(text.charAt(at))) at += 1;
    if (at === first) return 'no';
  }
  if (at >= text.length && !isEnd) return 'more';
  return letter.test(term.charAt(term.length - 1)) && letter.test(text.charAt(at)) ? 'no' : at - from;
}

function longestOf(term: string): number {
  return term.length + (term.split(' ').length - 1) * (mostBlanks - 1) + mostUnseen;
}

/** One letter as all its forms are compared; one that is several in another form stays as it is. */
function fold(one: string): string {
  const folded = one.normalize('NFKC').toLowerCase();
  return folded.length === 1 ? folded : one;
}
