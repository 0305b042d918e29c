import { wordList } from './word-list.ts';

/** What people put behind a word to make it "strong". */
const endings: readonly string[] = [
  ...[
    '',
    '1',
    '12',
    '123',
    '1234',
    '12345',
    '01',
    '007',
    '99',
    '!',
    '!!',
    '?',
    '.',
    '#',
    '$',
    '@123',
    '123!',
  ],
  ...['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026', '2024!', '2025!', '2026!'],
  ...['key', '-key', '_key', 'secret', '-secret', '_secret', 'token', 'jwt'],
];

/** The list as the cracker tries it: plain words first, then each with every ending, small and capitalised. */
export function candidates(words: readonly string[] = wordList): readonly string[] {
  const spelt = words.flatMap((word) => [word, capitalise(word)]);
  const varied = endings.flatMap((ending) => spelt.map((word) => word + ending));
  return [...new Set([...words, ...varied])];
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
