import { relativeTime as englishTime } from '@signet/token/describe';
import { currentLanguage } from './current-language.ts';
import { type Language, tags } from './languages.ts';

/** Making a formatter takes longer than using one: each is made once for each language. */
function perLanguage<Formatter>(make: (tag: string) => Formatter): () => Formatter {
  const made = new Map<Language, Formatter>();
  return () => {
    const language = currentLanguage();
    const formatter = made.get(language) ?? make(tags[language]);
    made.set(language, formatter);
    return formatter;
  };
}

const numbers = perLanguage((tag) => new Intl.NumberFormat(tag));
const instants = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' }),
);
const relativeTimes = perLanguage(
  (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'always', style: 'long' }),
);
const shortRelativeTimes = perLanguage(
  (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'always', style: 'short' }),
);
const presents = perLanguage((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));

/** Makes the formatters that every token needs, some forty milliseconds of work, while there is nothing else to do. */
export function prepareFigures(): void {
  formatNumber(0);
  formatInstant(0);
  relativeTime(1, 0);
}

/** A number as the reader writes it. */
export function formatNumber(number: number): string {
  return numbers().format(number);
}

/** Date and time in the reader's zone. @param at milliseconds since 1970 */
export function formatInstant(at: number): string {
  return instants().format(at);
}

/** The thresholds of the token room's own English. */
const units = [
  ['year', 365.25 * 86_400],
  ['month', 30.4375 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;
const shortUnits: readonly string[] = ['hour', 'minute', 'second'];

/**
 * `in 4 min`, `3 days ago`, in the largest whole unit. Both in milliseconds since 1970. English is the token
 * room's, as on the command line.
 */
export function relativeTime(at: number, now: number): string {
  if (currentLanguage() === 'en') return englishTime(at / 1000, now / 1000);
  const seconds = (at - now) / 1000;
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  if (!unit) return presents().format(0, 'second');
  const [name, size] = unit;
  const format = shortUnits.includes(name) ? shortRelativeTimes() : relativeTimes();
  return format.format(Math.trunc(seconds / size), name);
}
