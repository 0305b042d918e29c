import { describe, expect, it } from 'vitest';
import { estimateGuesses } from './estimate-guesses.ts';

describe('an estimate of guesses', () => {
  it.each(['p@ssw0rd', '4@8({[<369&#!1/|0$5+7%2', 'Z9x!', 'ﷺ'.normalize('NFKC')])(
    'looks at a bounded part of many times %j',
    async (text) => {
      const { parts } = await estimateGuesses(text.repeat(5000), []);
      expect(parts.map(({ token }) => token).join('').length).toBeLessThanOrEqual(40);
    },
  );

  it('is that of the better end of a long password', async () => {
    const filler = 'a'.repeat(40);
    const good = 'vT3-hN8-qW5-zR1';
    const [front, back, none] = await Promise.all(
      [`${good}${filler}`, `${filler}${good}`, filler].map((text) => estimateGuesses(text, [])),
    );
    expect(front?.guesses).toBeGreaterThan(1e12);
    expect(back?.guesses).toBeGreaterThan(1e12);
    expect(none?.guesses).toBeLessThan(1e4);
  });

  it('knows the words of the owner however they are cased or respelled', async () => {
    const known = await estimateGuesses('M4rg4r3th4mp', ['margarethamp']);
    const unknown = await estimateGuesses('M4rg4r3th4mp', []);
    expect(known.guesses).toBeLessThan(1e5);
    expect(unknown.guesses).toBeGreaterThan(1e8);
  });
});
