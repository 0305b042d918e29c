/** Whether a UTF-16 unit is one of a set; what is no unit, as behind the end of a text, is in none. */
export type UnitSet = (unit: number) => boolean;

/** Those of ASCII that the pattern of one character takes. */
export function unitSet(pattern: RegExp): UnitSet {
  const table = Array.from({ length: 128 }, (_, unit) => pattern.test(String.fromCharCode(unit)));
  return (unit) => table[unit] === true;
}

export const isDigit: UnitSet = unitSet(/[0-9]/);
export const isAlphanumeric: UnitSet = unitSet(/[A-Za-z0-9]/);

/** Where a run of such units ends: at another one, after the most of them, or with the text. Undefined: more may follow. */
export function runEnd(
  text: string,
  from: number,
  { most, isIn, isEnd }: { readonly most: number; readonly isIn: UnitSet; readonly isEnd: boolean },
): number | undefined {
  const last = from + most;
  let at = from;
  while (at < last && at < text.length && isIn(text.charCodeAt(at))) at += 1;
  return at < text.length || at === last || isEnd ? at : undefined;
}

/** Whether a text stands at a place: `more` where its beginning does, and the text ends there. */
export function standsAt(text: string, from: number, wanted: string, isEnd: boolean): 'yes' | 'no' | 'more' {
  const shown = text.slice(from, from + wanted.length);
  if (shown === wanted) return 'yes';
  return !isEnd && shown.length < wanted.length && wanted.startsWith(shown) ? 'more' : 'no';
}
