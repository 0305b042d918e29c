import type { Detector, Verdict } from './detector.ts';
import { isAlphanumeric, isDigit, unitSet } from './units.ts';

/** How many characters an account number has, by country (the registry of ISO 13616). */
const lengths: ReadonlyMap<string, number> = new Map(
  [
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29',
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20',
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29',
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20',
    'YE30',
  ]
    .join(' ')
    .split(' ')
    .map((each) => [each.slice(0, 2), Number(each.slice(2))]),
);

const mostCharacters = 34;
const isSeparator = (letter: string) => letter === ' ' || letter === '-' || letter === '\u00a0';

/** The number of a bank account: as long as in its country, in groups of four or in one, and its check digits are right. */
export const iban: Detector = {
  kind: 'iban',
  longest: mostCharacters + Math.floor(mostCharacters / 4),
  begins: unitSet(/[A-Za-z]/),
  at(text, from, isEnd): Verdict {
    if (isAlphanumeric(text.charCodeAt(from - 1))) return 'no';
    let compact = '';
    let wanted = mostCharacters;
    let at = from;
    while (compact.length < wanted) {
      if (at >= text.length) return isEnd ? 'no' : 'more';
      const letter = text.charAt(at);
      const mayPart = compact.length > 0 && compact.length % 4 === 0 && !isSeparator(text.charAt(at - 1));
      at += 1;
      if (mayPart && isSeparator(letter)) continue;
      compact += letter.toUpperCase();
      if (!isBeginning(compact, letter)) return 'no';
      if (compact.length === 2) wanted = lengths.get(compact) ?? 0;
    }
    if (wanted === 0) return 'no';
    if (at >= text.length && !isEnd) return 'more';
    if (isAlphanumeric(text.charCodeAt(at))) return 'no';
    return remainder(compact) === 1 ? at - from : 'no';
  },
};

/** Two letters, two digits, and then any of both. */
function isBeginning(compact: string, letter: string): boolean {
  const unit = letter.charCodeAt(0);
  if (!isAlphanumeric(unit)) return false;
  return compact.length > 4 || isDigit(unit) === compact.length > 2;
}

/** By 97, of its digits with the first four characters last; a letter stands for two digits (ISO/IEC 7064). */
function remainder(compact: string): number {
  let left = 0;
  for (const letter of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    left = (left * (value > 9 ? 100 : 10) + value) % 97;
  }
  return left;
}
