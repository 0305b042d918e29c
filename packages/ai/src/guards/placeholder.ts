import type { Detector, FoundKind, Verdict } from './detector.ts';
import { unitSet } from './units.ts';

/** What stands in the place of something that was masked: `[EMAIL]`, or `[EMAIL-2]` where it comes back. */
export function placeholderOf(kind: FoundKind, number?: number): string {
  return `[${kind.toUpperCase()}${number === undefined ? '' : `-${number}`}]`;
}

const longest = 24;

/** One that has a number. */
export const placeholder: Detector = {
  kind: 'placeholder',
  longest,
  begins: unitSet(/\[/),
  at(text, from, isEnd): Verdict {
    const shown = text.slice(from, from + longest);
    const [whole] = /^\[[A-Z]{3,12}-[0-9]{1,6}\]/.exec(shown) ?? [];
    if (whole !== undefined) return whole.length;
    const mayGoOn = /^\[(?:[A-Z]{0,12}|[A-Z]{3,12}-[0-9]{0,6})$/.test(shown);
    return mayGoOn && !isEnd ? 'more' : 'no';
  },
};
