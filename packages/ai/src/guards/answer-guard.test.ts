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

function guarded(events: readonly ModelEvent[], question = '') {
  const parts = { guards: [masking], veil: new Veil(question), tally: new GuardTally() };
  GuardedWay.ofQuestion(parts).whole(question);
  const dropped: string[] = [];
  const guard = new AnswerGuard(GuardedWay.ofAnswer(parts), (path) => dropped.push(path));
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
    const guard = new AnswerGuard(GuardedWay.ofAnswer(parts), () => undefined);
    const told = message(['{"to":', '"x@y.', 'example"}']).flatMap((event) => guard.take(event));
    expect(told.flatMap((event) => (event.kind === 'text' ? event.text : []))).toEqual(['{"to":"[EMAIL]"}']);
    expect(parts.tally.refusedBy).toBeUndefined();
    const other = new AnswerGuard(GuardedWay.ofAnswer(parts), () => undefined);
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
