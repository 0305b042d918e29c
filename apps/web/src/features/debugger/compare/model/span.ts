const units = [
  ['year', 365.25 * 86_400],
  ['month', 30.4375 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * How far two times lie apart, in the largest unit that says it exactly enough: at most a tenth is lost.
 * @param seconds the distance, not negative
 * @param language in which it is said, such as `en`
 */
export function spanInWords(seconds: number, language: string): string {
  const fitting = units.find(([, size]) => seconds >= size && isNearly(seconds / size));
  const [unit, size] = fitting ?? ['second', 1];
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.round(seconds / size));
}

function isNearly(count: number): boolean {
  return Math.abs(count - Math.round(count)) <= count / 10;
}
