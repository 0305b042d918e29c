import type { Detector, Verdict } from './detector.ts';
import { standsAt, unitSet } from './units.ts';

const longest = 16_384;
const opening = '-----BEGIN ';
const dashes = '-----';
const mostLabel = 40;

/** A private key as text (RFC 7468), with its end or, where that is missing, with all that follows. */
export const privateKey: Detector = {
  kind: 'secret',
  longest,
  begins: unitSet(/-/),
  at(text, from, isEnd): Verdict {
    const begun = standsAt(text, from, opening, isEnd);
    if (begun !== 'yes') return begun;
    const label = labelAt(text, from + opening.length, isEnd);
    if (label === 'more' || label === 'no') return label;
    const closing = `-----END ${label.name}-----`;
    const found = text.indexOf(closing, from);
    if (found !== -1) return Math.min(longest, found + closing.length - from);
    if (text.length - from >= longest) return longest;
    return isEnd ? text.length - from : 'more';
  },
};

function labelAt(text: string, from: number, isEnd: boolean): 'no' | 'more' | { readonly name: string } {
  const shown = text.slice(from, from + mostLabel + dashes.length);
  const [read = '', name = '', after = ''] = /^([A-Z0-9 ]{0,40})(-{0,5})/.exec(shown) ?? [];
  if (after === dashes) return /PRIVATE KEY(?: BLOCK)?$/.test(name) ? { name } : 'no';
  const mayGoOn = read.length === shown.length && shown.length < mostLabel + dashes.length;
  return mayGoOn && !isEnd ? 'more' : 'no';
}
