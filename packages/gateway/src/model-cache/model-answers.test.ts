import { Losses } from '@signet/ai';
import { steadyTime } from '@signet/contracts';
import { readJson } from '@signet/token/json';
import { describe, expect, it } from 'vitest';
import { CallCache } from './call-cache.ts';
import { canonicalJson } from './canonical-json.ts';
import { spoilsKeeping } from './keepable.ts';
import { ModelAnswers } from './model-answers.ts';

const facts = {
  target: undefined,
  upstream: undefined,
  usage: undefined,
  cost: undefined,
  losses: new Losses(),
};
const cache = { epoch: 'now', keepFor: 1_000, sharedBy: undefined, maxBodyBytes: 100 };

function rig(bounds = { maxBytes: 100_000, maxEntries: 10 }) {
  const time = { now: 0 };
  const answers = new ModelAnswers(bounds, () => steadyTime(time.now));
  answers.settle(new Set(['now']), bounds);
  const call = (key = 'key', takesKept = true) =>
    new CallCache({ answers, cache, key, route: 'models', takesKept });
  return { answers, call, time };
}

const on = new AbortController().signal;

async function answered(call: CallCache, text: string): Promise<void> {
  expect(await call.find(on)).toBeUndefined();
  call.take(Buffer.from(text));
  call.keep(facts, false);
}

describe('answers that are kept', () => {
  it('are given again, as long as they are kept and to the same question', async () => {
    const { call, time } = rig();
    await answered(call(), 'one');
    expect((await call().find(on))?.body.toString()).toBe('one');
    const other = call('other');
    expect(await other.find(on)).toBeUndefined();
    other.drop('failed');
    time.now = 1_000;
    const late = call();
    expect(await late.find(on)).toBeUndefined();
    late.drop('failed');
  });

  it('are asked once by all who ask the same at the same time', async () => {
    const { call } = rig();
    const first = call();
    await first.find(on);
    const waiting = [call(), call()].map((each) => each.find(on));
    first.take(Buffer.from('one'));
    first.keep(facts, true);
    for (const kept of await Promise.all(waiting)) expect(kept).toMatchObject({ isStream: true });
  });

  it('are asked anew where the first leaves, by one of those who wait', async () => {
    const { call } = rig();
    const [first, second, third] = [call(), call(), call()];
    await first.find(on);
    const waiting = [second.find(on), third.find(on)];
    first.drop('left');
    expect(await waiting[0]).toBeUndefined();
    second.take(Buffer.from('two'));
    second.keep(facts, false);
    expect((await waiting[1])?.body.toString()).toBe('two');
  });

  it('are not waited for by who has left', async () => {
    const { call } = rig();
    const first = call();
    await first.find(on);
    const leaving = new AbortController();
    const waiting = call().find(leaving.signal);
    leaving.abort();
    expect(await waiting).toBeUndefined();
    first.drop('left');
  });

  it('are not those that are too long, cut, or forgotten meanwhile', async () => {
    const { answers, call } = rig();
    await answered(call('long'), 'x'.repeat(101));
    const cut = call('cut');
    await cut.find(on);
    cut.take(Buffer.from('half'));
    cut.drop('failed');
    const purged = call('purged');
    await purged.find(on);
    purged.take(Buffer.from('old'));
    expect(answers.purge('models')).toBe(0);
    purged.keep(facts, false);
    const swapped = call('swapped');
    await swapped.find(on);
    answers.settle(new Set(['later']), { maxBytes: 100_000, maxEntries: 10 });
    swapped.take(Buffer.from('old'));
    swapped.keep(facts, false);
    expect(answers.size).toBe(0);
  });

  it('are forgotten by an order, and asked anew by who wants none', async () => {
    const { answers, call } = rig();
    await answered(call(), 'one');
    await answered(call('key', false), 'two');
    expect((await call().find(on))?.body.toString()).toBe('two');
    expect([answers.purge('others'), answers.purge('models'), answers.size]).toEqual([0, 1, 0]);
  });

  it('have no more room than they may, and neither has what is recorded for them', async () => {
    const { answers, call } = rig({ maxBytes: 10_000, maxEntries: 10 });
    for (const key of ['a', 'b', 'c']) await answered(call(key), key);
    expect(answers.size).toBe(2);
    expect([answers.hold(9_000), answers.hold(2_000)]).toEqual([true, false]);
    const crowded = call('d');
    await crowded.find(on);
    answers.hold(990);
    crowded.take(Buffer.from('x'.repeat(50)));
    crowded.keep(facts, false);
    expect(answers.find('d', 1_000)).toBeUndefined();
    answers.release(9_990);
    expect(answers.hold(10_000)).toBe(true);
  });
});

describe('a question', () => {
  const canonical = (text: string) => {
    const reading = readJson(text);
    if (reading.kind !== 'json') throw new TypeError(text);
    return canonicalJson(reading.root);
  };

  it('is the same in whatever order and with whatever blanks, and no other', () => {
    expect(canonical('{ "b": [1, "\\u0061"], "a": {"d":null,"c":true} }')).toBe(
      canonical('{"a":{"c":true,"d":null},"b":[1,"a"]}'),
    );
    const others = [
      '{"a":[1,2]}',
      '{"a":[2,1]}',
      '{"a":"1,2"}',
      '{"a":1}',
      '{"a":1.0}',
      '{"a":"1"}',
      '{"A":1}',
    ];
    expect(new Set(others.map(canonical)).size).toBe(others.length);
  });
});

describe('an answer', () => {
  it.each([
    [{ kind: 'finish', reason: 'stop' }, false],
    [{ kind: 'finish', reason: 'tool-calls' }, false],
    [{ kind: 'text', item: 0, text: 'a' }, false],
    [{ kind: 'finish', reason: 'length' }, true],
    [{ kind: 'finish', reason: 'content-filter' }, true],
    [{ kind: 'finish', reason: 'stop', said: 'pause_turn' }, true],
    [{ kind: 'refusal', item: 0, text: 'no' }, true],
  ] as const)('that says %j is kept from others: %s', (event, isSpoilt) => {
    expect(spoilsKeeping(event)).toBe(isSpoilt);
  });
});
