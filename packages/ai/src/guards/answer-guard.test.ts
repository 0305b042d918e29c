import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelEvent } from '../model/event.ts';
import { brokenRule } from '../testing/grammar.ts';
import { sumOf } from '../testing/sum.ts';
import { AnswerGuard } from './answer-guard.ts';
import { detectorsOf, type Guard } from './guard.ts';
import { GuardedWay } from './guarded-way.ts';
import { GuardTally } from './tally.ts';
import { Veil } from './veil.ts';

const masking: Guard = {
  ...{ name: 'personal', act: 'restore', longest: undefined, ofQuestions: true, ofAnswers: true },
  detectors: detectorsOf(['email', 'card'], []),
};

function guarded(
  events: readonly ModelEvent[],
  question = '',
  { isForm = false, guard: used = masking } = {},
) {
  const parts = { guards: [used], veil: new Veil(question), tally: new GuardTally() };
  GuardedWay.ofQuestion(parts).whole(question);
  const dropped: string[] = [];
  const guard = new AnswerGuard(GuardedWay.ofAnswer(parts), {
    dropped: (path) => dropped.push(path),
    isForm,
  });
  const told = events.flatMap((event) => guard.take(event));
  return { told, sum: sumOf(told), dropped, tally: parts.tally };
}

const message = (pieces: readonly string[]): readonly ModelEvent[] => [
  { kind: 'begin', id: 'a', model: 'm' },
  { kind: 'item', item: 0, opens: { kind: 'message' } },
  ...pieces.map((text): ModelEvent => ({ kind: 'text', item: 0, text })),
  { kind: 'item-end', item: 0 },
  { kind: 'finish', reason: 'stop' },
  { kind: 'end' },
];

const call = (pieces: readonly string[], custom = false): readonly ModelEvent[] => [
  {
    kind: 'item',
    item: 0,
    opens: { kind: 'tool-call', id: 'c', name: 'send', ...(custom ? { custom } : {}) },
  },
  ...pieces.map((json): ModelEvent => ({ kind: 'arguments', item: 0, json })),
  { kind: 'item-end', item: 0 },
  { kind: 'end' },
];

describe('an answer that is looked into', () => {
  it('says the same wherever its pieces end, in the order that all answers have', () => {
    const text = 'Write to [EMAIL-1] and x@y.example, pay by 4111 1111 1111 1111.';
    fc.assert(
      fc.property(fc.array(fc.nat({ max: text.length }), { maxLength: 12 }), (cuts) => {
        const borders = [0, ...cuts.toSorted((one, other) => one - other), text.length];
        const pieces = borders.slice(1).map((border, at) => text.slice(borders[at], border));
        const { told, sum, tally } = guarded(message(pieces), 'a@b.example');
        expect(sum.items[0]?.text).toBe('Write to a@b.example and [EMAIL], pay by [CARD].');
        expect(brokenRule(told)).toBeUndefined();
        expect(tally.counts).toEqual([['personal', 3]]);
      }),
    );
  });

  it('stays JSON where JSON was asked for, whatever is masked or restored in it and wherever its pieces end', () => {
    // A quote and a line break in what is restored; numbers, names and escapes in which something is found.
    const term = 'the "old"\nmill';
    const guard: Guard = { ...masking, detectors: detectorsOf(['email', 'card'], [term]) };
    const found = ['x@y.example', '[TERM-1]', '4111 1111 1111 1111', 'a"b\\', '\u2028', ' '];
    const text = fc.array(fc.constantFrom(...found), { maxLength: 4 }).map((parts) => parts.join('; '));
    const leaf = fc.oneof(text, fc.constant(4_111_111_111_111_111), fc.constantFrom(0.5, -2e300, null, true));
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(text, tie('value'), { maxKeys: 3 }),
      ),
    }));
    const escaped = (json: string) => json.replaceAll('@', '\\u0040');
    fc.assert(
      fc.property(value, fc.boolean(), fc.integer({ min: 1, max: 9 }), (given, hides, size) => {
        const json = hides ? escaped(JSON.stringify(given)) : JSON.stringify(given, undefined, 1);
        const pieces = json.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        const { sum, told } = guarded(message(pieces), `Of ${term}.`, { isForm: true, guard });
        const said = sum.items[0]?.text ?? '';
        expect(() => JSON.parse(said)).not.toThrow();
        expect(JSON.stringify(JSON.parse(said))).not.toMatch(/x@y|4111|TERM-1/);
        expect(told.filter(({ kind }) => kind === 'text')).toHaveLength(1);
      }),
    );
  });

  it('is looked into as a text where it is cut, or no JSON though that was asked for', () => {
    const { sum } = guarded(message(['{"to":"x@y.', 'example']), '', { isForm: true });
    expect(sum.items[0]?.text).toBe('{"to":"[EMAIL]');
  });

  it('is measured as it comes where JSON was asked for, once', () => {
    const guard: Guard = { ...masking, longest: 12 };
    expect(
      guarded(message(['{"a":"', 'bcd"}']), '', { isForm: true, guard }).tally.refusedBy,
    ).toBeUndefined();
    expect(guarded(message(['{"a":"', 'bcdef"}']), '', { isForm: true, guard }).tally.refusedBy).toBe(
      'personal',
    );
  });

  it('keeps the pieces of several items apart, and gives what was held with the end of each', () => {
    const { sum } = guarded([
      { kind: 'item', item: 0, opens: { kind: 'reasoning' } },
      { kind: 'item', item: 1, opens: { kind: 'message' } },
      { kind: 'text', item: 0, text: 'a@b' },
      { kind: 'text', item: 1, text: 'x@y' },
      { kind: 'text', item: 0, text: '.example' },
      { kind: 'refusal', item: 1, text: 'not a@b.example' },
      { kind: 'item-end', item: 1 },
      { kind: 'item-end', item: 0 },
      { kind: 'end' },
    ]);
    expect(sum.items.map(({ text, refusal }) => [text, refusal])).toEqual([
      ['[EMAIL]', ''],
      ['x@y', 'not [EMAIL]'],
    ]);
  });

  it('is looked into in the arguments of tools as well, which stay JSON', () => {
    const json = '{"to":"Dear\\n[EMAIL-1]","cc":"x@y.exam';
    const { told, sum } = guarded(call([json, 'ple"}']), 'a@b.example');
    expect(sum.items[0]?.json).toBe('{"to":"Dear\\na@b.example","cc":"[EMAIL]"}');
    expect(told.filter(({ kind }) => kind === 'arguments')).toHaveLength(1);
    expect(guarded(call(['{"to":"x@y.example'])).sum.items[0]?.json).toBe('{"to":"[EMAIL]');
    expect(guarded(call(['x@y.', 'example'], true)).sum.items[0]?.json).toBe('[EMAIL]');
  });

  it('does not say in another way what it must not say', () => {
    const logprobs = [{ token: 'x@y.example' }];
    const { told, dropped } = guarded([
      { kind: 'item', item: 0, opens: { kind: 'foreign', type: 'search', value: { query: 'x@y.example' } } },
      { kind: 'foreign', item: 0, type: 'search.piece', value: 'x@y' },
      { kind: 'item-end', item: 0, value: { query: 'x@y.example' } },
      { kind: 'item', item: 1, opens: { kind: 'message' } },
      { kind: 'text', item: 1, text: 'Hello ', logprobs },
      {
        kind: 'citation',
        item: 1,
        citation: { url: 'https://z.example/x@y.example', quoted: 'x@y.example' },
      },
      { kind: 'item-end', item: 1 },
      { kind: 'finish', reason: 'content-filter', explanation: 'of x@y.example' },
      { kind: 'failed', failure: { status: 502, message: 'not to x@y.example' } },
    ]);
    expect(JSON.stringify(told)).not.toContain('x@y');
    expect(dropped).toEqual(['search.piece', 'logprobs']);
  });

  it('goes on once it is whole where it must be of a form, and not at all where it is of another', () => {
    const form: Guard = { ...masking, name: 'form', holdsWhole: (text) => text === '{"to":"[EMAIL]"}' };
    const parts = { guards: [form], veil: new Veil(''), tally: new GuardTally() };
    const guard = new AnswerGuard(GuardedWay.ofAnswer(parts), { dropped: () => undefined });
    const told = message(['{"to":', '"x@y.', 'example"}']).flatMap((event) => guard.take(event));
    expect(told.flatMap((event) => (event.kind === 'text' ? event.text : []))).toEqual(['{"to":"[EMAIL]"}']);
    expect(parts.tally.refusedBy).toBeUndefined();
    const other = new AnswerGuard(GuardedWay.ofAnswer(parts), { dropped: () => undefined });
    for (const event of message(['Hello'])) other.take(event);
    expect(parts.tally.refusedBy).toBe('form');
  });

  it('fails where the arguments of a call are longer than what is looked into', () => {
    const { told } = guarded(call(Array.from({ length: 5 }, () => 'x'.repeat(1024 * 1024))));
    expect(told.find(({ kind }) => kind === 'failed')).toMatchObject({
      failure: { code: 'malformed_answer' },
    });
  });
});
