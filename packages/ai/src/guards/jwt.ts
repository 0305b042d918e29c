import type { Detector, Verdict } from './detector.ts';
import { runEnd, standsAt, type UnitSet, unitSet } from './units.ts';

const longest = 16_384;
/** `eyJ` and what the shortest header has behind it. */
const shortestHeader = 11;
const isBase64url: UnitSet = unitSet(/[\w-]/);
const isCompact: UnitSet = unitSet(/[\w.-]/);

/** Three parts, as of JWS, or five, as of JWE (RFC 7515 §7.1, RFC 7516 §7.1). */
const compact = /^[\w-]+\.[\w-]*\.[\w-]*(?:\.[\w-]*\.[\w-]*)?/;

/** A JSON Web Token: its header is an object of JSON. */
export const jwt: Detector = {
  kind: 'jwt',
  longest,
  begins: unitSet(/e/),
  at(text, from, isEnd): Verdict {
    // Each run of such letters is looked into once, however often `eyJ` stands in it.
    if (isBase64url(text.charCodeAt(from - 1))) return 'no';
    const begun = standsAt(text, from, 'eyJ', isEnd);
    if (begun !== 'yes') return begun;
    const header = runEnd(text, from, { most: longest, isIn: isBase64url, isEnd });
    if (header === undefined) return 'more';
    if (header - from < shortestHeader || (header < from + longest && text.charAt(header) !== '.'))
      return 'no';
    const end = runEnd(text, from, { most: longest, isIn: isCompact, isEnd });
    if (end === undefined) return 'more';
    // One whose header alone is longer than all that is looked at.
    if (header === from + longest) return longest;
    const [shown] = compact.exec(text.slice(from, end)) ?? [];
    return shown?.length ?? (end === from + longest ? longest : 'no');
  },
  goesOn: isCompact,
};
