import type { Fields } from './fields.ts';

/** A count of something, such as tokens; what is no whole number from zero on is told as lost. */
export function countOf(fields: Fields, name: string): number | undefined {
  const value = fields.number(name);
  if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) return value;
  fields.lose(name, 'dropped', 'it is no count');
  return undefined;
}
