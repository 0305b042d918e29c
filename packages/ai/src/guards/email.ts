import type { Detector, Verdict } from './detector.ts';
import { runEnd, type UnitSet, unitSet } from './units.ts';

const isLocal: UnitSet = unitSet(/[A-Za-z0-9._%+-]/);
const isOfDomain: UnitSet = unitSet(/[A-Za-z0-9.-]/);

/** RFC 5321 §4.5.3.1. */
const mostLocal = 64;
const mostDomain = 253;

const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]{1,59}|[a-z]{2,63})/i;

/** An address of electronic mail, in ASCII. */
export const email: Detector = {
  kind: 'email',
  longest: mostLocal + 1 + mostDomain,
  begins: isLocal,
  at(text, from, isEnd): Verdict {
    if (isLocal(text.charCodeAt(from - 1))) return 'no';
    const sign = runEnd(text, from, { most: mostLocal + 1, isIn: isLocal, isEnd });
    if (sign === undefined) return 'more';
    if (sign - from > mostLocal || text.charAt(sign) !== '@') return 'no';
    const end = runEnd(text, sign + 1, { most: mostDomain, isIn: isOfDomain, isEnd });
    if (end === undefined) return 'more';
    const [shown] = domain.exec(text.slice(sign + 1, end)) ?? [];
    return shown === undefined ? 'no' : sign + 1 + shown.length - from;
  },
};
