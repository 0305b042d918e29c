import { guardedKinds } from '@signet/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Detector } from './detector.ts';
import { detectorsOf } from './guard.ts';
import { placeholder } from './placeholder.ts';
import { Scanner, Search, type Segment } from './scanner.ts';

const all: readonly Detector[] = [
  placeholder,
  ...detectorsOf(guardedKinds, ['Project Nightjar', 'köder', '極秘']),
];
const search = new Search(all);

/** Numbers of nobody's, as those who give them out print them for tests. */
const cards = ['4111 1111 1111 1111', '4111111111111111', '5555-5555-5555-4444', '378282246310005'];
const ibans = ['DE89 3704 0044 0532 0130 00', 'GB82WEST12345698765432', 'no9386011117947'];
const token = `eyJ${'a'.repeat(12)}.${'b'.repeat(9)}.${'c'.repeat(20)}`;
const key = ['sk-', 'a1'.repeat(14)].join('');
const pem = ['-----BEGIN ', 'PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'].join('');

function found(text: string): readonly (readonly [string, string])[] {
  const scanner = new Scanner(search);
  return [...scanner.take(text), ...scanner.end()].flatMap((each) =>
    'found' in each ? [[each.found, each.value] as const] : [],
  );
}

/** The same whatever pieces the texts between came in. */
function joined(segments: readonly Segment[]): string {
  return segments.map((each) => ('found' in each ? `⟨${each.found}:${each.value}⟩` : each.text)).join('');
}

describe('what is found', () => {
  it.each([
    ...cards.map((value) => ['card', value]),
    ...ibans.map((value) => ['iban', value]),
    ['email', 'first.last+tag@mail.example.org'],
    ['phone', '+49 (30) 1234-5678'],
    ['phone', '0044 20 7946 0958'],
    ['jwt', token],
    ['secret', key],
    ['secret', pem],
    ['term', 'project  NIGHTJAR'],
    ['term', 'Pro\u200bject Night\u00adjar'],
    ['term', 'Ｐroject Nightjar'],
    ['term', '極秘'],
    ['placeholder', '[EMAIL-12]'],
  ])('is a %s in %j, whatever stands around it', (kind, value) => {
    for (const around of [value, `See ${value}.`, `(${value})`, `7 "${value}", 8`, `é ${value}\n😀`])
      expect(found(around), around).toEqual([[kind, value]]);
  });

  it.each([
    ['a card whose check digit is wrong', '4111 1111 1111 1112'],
    ['a card of nobody', '9111 1111 1111 1111'],
    ['digits within more of them', '00004111111111111111'],
    ['an account whose check digits are wrong', 'DE88370400440532013000'],
    ['an account that is too short', 'DE89 3704 0044 0532'],
    ['an account of no country', 'ZZ89370400440532013000'],
    ['an account within a word', 'xDE89370400440532013000'],
    ['a name at no domain', 'root@localhost, @handle, a@b'],
    ['a number without its country', '030 12345678'],
    ['a sum', '1+49301234567 and 1.00493012345678'],
    ['two parts', `eyJ${'a'.repeat(12)}.${'b'.repeat(9)}`],
    ['a word with hyphens', 'a task-oriented-programming-language, sk-learn-and-other-libraries'],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'],
    ['a term within a word', 'Project Nightjars, Köderfisch'],
    ['a mask without a number', '[EMAIL] [1] [NOTE-]'],
  ])('is nothing in %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('is a card although another number stands before or behind it', () => {
    expect(found('5 4111 1111 1111 1111 2026')).toEqual([['card', '4111 1111 1111 1111']]);
  });

  it('is a token however long it is, with all of its rest', () => {
    const long = `${token}${'d'.repeat(20_000)}`;
    const scanner = new Scanner(search);
    expect(joined([...scanner.take(`${long} rest`), ...scanner.end()])).toMatch(/^⟨jwt:[^⟩]+⟩ rest$/);
    expect(found(`${long} a@b.example`).map(([kind]) => kind)).toEqual(['jwt', 'email']);
  });

  it('is a private key without its end, up to the end of the text', () => {
    const cut = pem.slice(0, -10);
    expect(found(`${cut} and more`)).toEqual([['secret', `${cut} and more`]]);
  });
});

const words = ['e', 'eyJ', 'DE89', '4', '+', '00', 'sk-', '@', '.', '-----', ' ', '-', '[', 'é', '😀', '\n'];
const piece = fc.oneof(
  fc.constantFrom(
    ...[...cards, ...ibans, token, key, pem, 'a.b@c.example', '+49 30 12345678', 'Project Nightjar', '極秘'],
    ...['[CARD-3]', ...words],
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.stringMatching(/^[0-9 -]{0,12}$/),
);

describe('a text that comes in pieces', () => {
  it('gives the same as the whole of it, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.array(fc.nat({ max: 40 })), (pieces, sizes) => {
        const text = pieces.join('');
        const whole = new Scanner(search);
        const expected = joined([...whole.take(text), ...whole.end()]);
        const cut = new Scanner(search);
        const told: Segment[] = [];
        let at = 0;
        for (const size of sizes) {
          told.push(...cut.take(text.slice(at, at + size)));
          at += size;
        }
        told.push(...cut.take(text.slice(at)), ...cut.end());
        expect(joined(told)).toBe(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same at each of its borders, and letter by letter', () => {
    const text = `Pay ${cards[0]} to ${ibans[0]}, tell a.b@c.example or +49 30 12345678: ${token} ${key}\n${pem} 😀 極秘`;
    const whole = new Scanner(search);
    const expected = joined([...whole.take(text), ...whole.end()]);
    expect(expected.match(/⟨/g)).toHaveLength(8);
    for (let border = 0; border <= text.length; border += 1) {
      const cut = new Scanner(search);
      const told = [...cut.take(text.slice(0, border)), ...cut.take(text.slice(border)), ...cut.end()];
      expect(joined(told)).toBe(expected);
    }
    const slow = new Scanner(search);
    expect(joined([...text.split('').flatMap((one) => slow.take(one)), ...slow.end()])).toBe(expected);
  });

  it('holds back no more than the longest that is looked for, and of plain words no more than one', () => {
    const scanner = new Scanner(search);
    let most = 0;
    for (const one of 'The quick brown fox jumps over the lazy dog, and then it rests. '
      .repeat(20)
      .split('')) {
      scanner.take(one);
      most = Math.max(most, scanner.held);
    }
    expect(most).toBeLessThanOrEqual(6);
    const bound = Math.max(...all.map(({ longest }) => longest));
    const opening = pem.slice(0, 30);
    scanner.take(`${opening}${'x'.repeat(bound)}`);
    expect(scanner.held).toBeLessThanOrEqual(bound);
  });

  it('never parts a character', () => {
    const scanner = new Scanner(search);
    const told = '😀😀'.split('').flatMap((half) => scanner.take(half));
    for (const each of told) expect('text' in each && each.text.isWellFormed()).toBe(true);
  });
});
