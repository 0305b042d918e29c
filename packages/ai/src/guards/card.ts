import type { Detector, Verdict } from './detector.ts';
import { isDigit, unitSet } from './units.ts';

const mostDigits = 19;
const fewestDigits = 13;

/** By the first digits of those who give out cards, and how many digits theirs have. */
const issuers: readonly (readonly [RegExp, (digits: number) => boolean])[] = [
  [/^4/, (digits) => digits === 13 || digits === 16 || digits === 19],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, (digits) => digits === 16],
  [/^3[47]/, (digits) => digits === 15],
  [/^3(?:0[0-5]|[689])/, (digits) => digits >= 14],
  [/^35(?:2[89]|[3-8])/, (digits) => digits >= 16],
  [/^(?:5[06-8]|6)/, () => true],
];

const isSeparator = unitSet(/[ -]/);

/** The number of a payment card: digits of an issuer, with single blanks or hyphens, whose check digit is right (ISO/IEC 7812). */
export const card: Detector = {
  kind: 'card',
  longest: 2 * mostDigits - 1,
  begins: unitSet(/[2-6]/),
  at(text, from, isEnd): Verdict {
    if (isDigit(text.charCodeAt(from - 1))) return 'no';
    let digits = '';
    let found = 0;
    let at = from;
    for (;;) {
      if (at >= text.length && !isEnd) return 'more';
      const isOne = isDigit(text.charCodeAt(at));
      if (isOne && digits.length === mostDigits) break;
      if (isOne) digits += text.charAt(at);
      else {
        if (isCard(digits)) found = at - from;
        if (!isSeparator(text.charCodeAt(at))) break;
        if (at + 1 >= text.length && !isEnd) return 'more';
        if (!isDigit(text.charCodeAt(at + 1))) break;
      }
      at += 1;
    }
    return found === 0 ? 'no' : found;
  },
};

function isCard(digits: string): boolean {
  if (digits.length < fewestDigits) return false;
  const isIssued = issuers.some(([first, takes]) => first.test(digits) && takes(digits.length));
  return isIssued && luhn(digits);
}

/** Every second digit from the right counts twice; the sum ends with a zero. */
function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const counted = at % 2 === 0 ? digit : 2 * digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}
