import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenTexts } from '../testing/fuzz/corpus.ts';
import { fuzzRuns } from '../testing/fuzz/fuzz-runs.ts';
import { mutated } from '../testing/fuzz/mutation.ts';
import { readJson } from './read-json.ts';
import { readPlainly } from './read-plainly.ts';
import { toValue } from './to-value.ts';

const bounds = { maxDepth: 64, maxValues: 1000 };

describe('readPlainly', () => {
  const written = fc.json({ maxDepth: 5 });
  const crooked = mutated(tokenTexts.filter((text) => text.startsWith('{')));
  const small = fc.array(
    fc.constantFrom('{', '}', '[', ']', '"a"', '"1"', ':', ',', '-0', '1e5', '1', '0.1'),
    {
      maxLength: 9,
    },
  );

  it('says of a text what the strict reader says, or nothing', () => {
    const texts = fc.oneof(
      written,
      crooked,
      small.map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const value = readPlainly(text, bounds);
        if (value === undefined) return;
        const reading = readJson(text, bounds);
        expect(reading).toMatchObject({ kind: 'json', duplicates: [] });
        expect(reading.kind === 'json' && toValue(reading.root)).toStrictEqual(value);
      }),
      fuzzRuns(4000),
    );
  });

  it('reads what issuers write', () => {
    const claims = {
      iss: 'https://a.example',
      aud: ['b', 'c'],
      exp: 1_900_000_000,
      amr: null,
      ok: true,
      r: 0.1,
      n: { ü: 'é\n"' },
    };
    expect(readPlainly(JSON.stringify(claims), bounds)).toEqual(claims);
  });

  it('reads a member called __proto__ as a member', () => {
    const value = readPlainly('{"__proto__":{"admin":true}}', bounds);
    expect(Object.hasOwn(value as object, '__proto__')).toBe(true);
    expect((value as { admin?: unknown }).admin).toBeUndefined();
  });

  it.each([
    ['a member that stands twice', '{"sub":"ada","sub":"bob"}'],
    ['one that stands twice by an escape', String.raw`{"sub":"ada","\u0073ub":"bob"}`],
    ['__proto__ twice', '{"__proto__":1,"__proto__":2}'],
    ['a whole number that no double holds', '{"id":9007199254740993}'],
    ['one that a double holds by chance', '{"id":100000000000000000000}'],
    ['a number that is rounded', '{"id":0.10000000000000000555}'],
    ['a zero below zero', '{"nbf":-0}'],
    ['a number beyond all doubles', '{"exp":1e999}'],
    ['names that change their place', '{"b":1,"1":2}'],
    ['white space', '{ "a":1}'],
    ['a byte order mark', '\u{feff}{}'],
    ['what follows', '{}{}'],
    ['what is cut off', '{"a":'],
    ['nothing', ''],
  ])('leaves %s to the strict reader', (_what, text) => {
    expect(readPlainly(text, bounds)).toBeUndefined();
  });

  it.each([
    ['deeper', `${'['.repeat(65)}${']'.repeat(65)}`],
    ['more values', `[${Array(1000).fill('0').join()}]`],
    ['longer', JSON.stringify('a'.repeat(64 * 1024))],
    ['deeper than a stack', '['.repeat(60_000)],
  ])('leaves what is %s than its bounds to the strict reader', (_what, text) => {
    expect(readPlainly(text, bounds)).toBeUndefined();
  });

  it('takes what just keeps its bounds', () => {
    expect(readPlainly(`${'['.repeat(64)}${']'.repeat(64)}`, bounds)).toBeDefined();
    expect(readPlainly(`[${Array(999).fill('0').join()}]`, bounds)).toHaveLength(999);
  });
});
