import type { Detector, Verdict } from './detector.ts';
import { isDigit, type UnitSet, unitSet } from './units.ts';

/** ITU-T E.164: fifteen digits at most. Fewer than eight are no number that can be called from everywhere. */
const mostDigits = 15;
const fewestDigits = 8;
/** Such as `) `. */
const mostBetween = 2;

const isSeparator: UnitSet = unitSet(/[ ().\-/]/);
const joins: UnitSet = unitSet(/[A-Za-z0-9.,+]/);

/** The number of a telephone as it is called from abroad: `+` or `00`, and then its country. */
export const phone: Detector = {
  kind: 'phone',
  longest: 2 + mostDigits + (mostDigits - 1) * mostBetween,
  begins: unitSet(/[+0]/),
  at(text, from, isEnd): Verdict {
    if (joins(text.charCodeAt(from - 1))) return 'no';
    const isPlus = text.charAt(from) === '+';
    if (!isPlus && text.length === from + 1 && !isEnd) return 'more';
    if (!isPlus && text.charAt(from + 1) !== '0') return 'no';
    return numberAt(text, from, { begin: from + (isPlus ? 1 : 2), isEnd });
  },
};

function numberAt(
  text: string,
  from: number,
  { begin, isEnd }: { readonly begin: number; readonly isEnd: boolean },
): Verdict {
  let [digits, between, found] = [0, 0, 0];
  for (let at = begin; ; at += 1) {
    if (at >= text.length && !isEnd) return 'more';
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) {
      // No country begins with a zero.
      if (digits === 0 && unit === 48) return 'no';
      if (digits === mostDigits) break;
      digits += 1;
      between = 0;
      continue;
    }
    if (between === 0 && digits >= fewestDigits) found = at - from;
    if (digits === 0 || between === mostBetween || !isSeparator(unit)) break;
    between += 1;
  }
  return found === 0 ? 'no' : found;
}
