import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rawToken } from '../testing/raw-token.ts';
import { unwrapToken } from './unwrap-token.ts';

/** What docs/debugger.md says is understood around a token: each of its lines is pasted. */
const page = readFileSync(new URL('../../../../docs/debugger.md', import.meta.url), 'utf8');
const part = page.split('\n## ').find((text) => text.startsWith('What may stand around a token\n')) ?? '';

const token = rawToken('{"alg":"HS256"}', '{"sub":"ada"}', 'signature');
const another = rawToken('{"alg":"HS256"}', '{"sub":"bob"}', 'signature');

interface Row {
  readonly pasted: string;
  readonly told: string;
}

const rows: readonly Row[] = [...part.matchAll(/^\| `(.+)` \| (.+) \|$/gm)].map(
  ([, pasted = '', told = '']) => ({
    pasted: pasted.replaceAll('TOKEN2', another).replaceAll('TOKEN', token).replaceAll('⏎', '\n'),
    told,
  }),
);

it('is a table of what people paste', () => {
  expect(rows.length).toBeGreaterThan(12);
  expect(rows.filter(({ pasted }) => !pasted.includes(token))).toEqual([]);
});

it.each(rows)('takes away what the document says: $told', ({ pasted, told }) => {
  const { token: found, removed, choices } = unwrapToken(pasted);
  if (told.startsWith('several: ')) {
    expect(found).toBe(token);
    expect(choices?.map((choice) => choice.token)).toEqual([token, another]);
    expect(told).toBe(`several: ${choices?.map(({ name }) => `\`${name}\``).join(' and ')}`);
  } else {
    expect({ found, choices, told: removed.join(', ') }).toEqual({ found: token, choices: undefined, told });
  }
});
