import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** Names in a sentence; what would make it too long is counted. */
function list(names: readonly string[]): string {
  const most = 6;
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** Every sentence of the comparison, in one place for translation. */
const english = {
  page: 'Compare two tokens',
  verdict: 'Result of the comparison',
  state: {
    waiting: 'Compare',
    same: 'Same',
    different: 'Different',
    unreadable: 'Not compared',
    warning: 'Look closely',
  },
  conclusions: {
    empty: 'Paste two tokens to see what differs, or try a sample.',
    oneSided: (missing: Side): string => `Paste the ${sides[missing]} token to compare it with.`,
    unreadable: (which: Side, why: string): string => `The ${sides[which]} token cannot be read. ${why}`,
    notAToken: 'It is no JSON Web Token.',
    identical: 'Both texts are the same, character for character.',
    sameContent: 'Header and payload say the same; only the signatures differ.',
    rewritten: 'Both say the same, but are written differently: order, white space or escapes.',
    reissued: (names: readonly string[]): string =>
      `The same statement issued at another time: only ${list(names)} differ.`,
    differ: (names: readonly string[]): string =>
      names.length === 1 ? `Only ${list(names)} differs.` : `${names.length} differ: ${list(names)}.`,
    sameSignature: (names: readonly string[]): string =>
      `The signatures are the same although ${names.length === 0 ? 'the texts' : list(names)} differ: at most one of the tokens was signed like this.`,
    encrypted: (names: readonly string[]): string =>
      names.length === 0
        ? 'The headers say the same. What is inside is encrypted and not compared.'
        : `The headers differ in ${list(names)}. What is inside is encrypted and not compared.`,
  },
  token: {
    title: { first: 'First token', second: 'Second token' },
    label: { first: 'First token to compare', second: 'Second token to compare' },
    placeholder: {
      first: 'Paste a token, such as the one that works.',
      second: 'Paste the other one, such as the one that is refused.',
    },
    take: 'From Inspect',
    file: { first: 'Open the first token from a file', second: 'Open the second token from a file' },
    clear: { first: 'Clear the first token', second: 'Clear the second token' },
    foot: 'Read in this page. Nothing is verified here.',
    removed: (what: readonly string[]): string => `Removed around the token: ${what.join(', ')}.`,
  },
  swap: 'Swap them',
  sample: 'Try a sample',
  show: 'What to show',
  shown: { all: 'Everything', differences: 'Differences only' },
  parts: { header: 'Header', payload: 'Payload', rest: 'Signature', encrypted: 'Encrypted parts' },
  count: (differences: number): string => {
    if (differences === 0) return 'no difference';
    return differences === 1 ? '1 difference' : `${differences} differences`;
  },
  columns: { name: 'Name', state: 'State', first: 'First', second: 'Second' },
  kinds: {
    same: 'same',
    changed: 'changed',
    'only-first': 'only first',
    'only-second': 'only second',
  },
  whole: 'as text',
  again: 'and again',
  absent: 'not there',
  later: (span: string): string => `${span} later`,
  earlier: (span: string): string => `${span} earlier`,
  nothingDiffers: 'Nothing differs here.',
  noMembers: 'Neither token has one.',
  showAll: (count: number): string => `Show all ${count} rows`,
  empty: {
    title: 'What a comparison is for',
    text: 'Why one token is accepted and another is not; what a refresh changed; whether somebody altered a token. Each header parameter and claim stands beside its counterpart, numbers to the last digit, times in words.',
  },
  roles: {
    header: 'header',
    payload: 'payload',
    signature: 'signature',
    'encrypted-key': 'encrypted key',
    'initialisation-vector': 'initialisation vector',
    ciphertext: 'ciphertext',
    'authentication-tag': 'tag',
    'unprotected-header': 'unprotected header',
    'additional-data': 'additional data',
    surplus: 'surplus',
  },
} as const;

type Side = 'first' | 'second';
const sides: Readonly<Record<Side, string>> = { first: 'first', second: 'second' };

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
