import { translated } from '../../ui/language/translated.ts';
import type { Translation } from '../../ui/language/translation.ts';

/** The sentences around the directory. What stands in it, names, places and advisories, is English. */
const english = {
  title: 'JWT libraries',
  documentTitle: (page: string): string => `${page} — Signet`,
  lead: 'What each library checks, which algorithms it has and what was wrong with it, each with the place where it can be read.',
  honesty: (date: string): string =>
    `Reviewed on ${date}. “Not stated” means that nobody found a source for it, not that a library fails to do it.`,
  filters: 'Filters',
  find: 'Find',
  placeholder: 'Name, repository or CVE',
  language: 'Programming language',
  algorithm: 'Algorithm',
  check: 'Checks',
  any: 'Any',
  found: (count: number): string => (count === 1 ? '1 library' : `${count} libraries`),
  none: 'No library fits all of that.',
  clear: 'Clear the filters',
  checks: {
    exp: 'Expiry: refuses a token whose time is over',
    nbf: 'Not before: refuses a token whose time has not come',
    iss: 'Issuer: compares it with the expected one',
    aud: 'Audience: compares it with the expected one',
    typ: 'Type: compares the header typ with the expected one',
    crit: 'Critical headers: refuses what it does not understand',
    confusion: 'Key confusion: a public key never serves as an HMAC secret',
    none: 'Unsigned tokens: alg none is refused unless it is asked for',
  },
  short: {
    exp: 'exp',
    nbf: 'nbf',
    iss: 'iss',
    aud: 'aud',
    typ: 'typ',
    crit: 'crit',
    confusion: 'confusion',
    none: 'alg none',
  },
  extents: { default: 'By default', option: 'When asked', supported: 'Supported' },
  notStated: 'Not stated',
  algorithms: 'Algorithms',
  source: 'Source',
  licence: 'Licence',
  read: (date: string): string => `Read as of ${date}`,
  install: 'Install',
  copy: (name: string): string => `Copy the install line of ${name}`,
  copied: 'Copied',
  advisories: 'Advisories',
  fixed: (versions: string): string => `fixed in ${versions}`,
  noAdvisory: 'None found',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
