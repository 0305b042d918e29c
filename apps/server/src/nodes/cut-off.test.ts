import { type DecisionRecord, newId, steadyTime } from '@signet/contracts';
import { openedPlain } from '@signet/contracts/testing';
import { createMemoryHolds, createMemoryLimiter } from '@signet/gateway/ports';
import { holdsContract, limiterContract, recorderContract } from '@signet/gateway/ports/contracts';
import { expect, it } from 'vitest';
import { countingWhenCutOff, holdingWhenCutOff } from './cut-off.ts';
import { createNodeQuestions } from './node-questions.ts';
import { createNodeRecorder } from './node-recorder.ts';

const budget = { count: 2, per: 60_000 };
const now = steadyTime(0);

for (const connected of [true, false]) {
  limiterContract(
    `countingWhenCutOff, ${connected ? 'connected' : 'cut off'}`,
    openedPlain(() => countingWhenCutOff(() => connected, createMemoryLimiter(), createMemoryLimiter())),
  );
  holdsContract(
    `holdingWhenCutOff, ${connected ? 'connected' : 'cut off'}`,
    openedPlain(() => holdingWhenCutOff(() => connected, createMemoryHolds(), createMemoryHolds())),
  );
}

recorderContract(
  'createNodeRecorder',
  openedPlain(() => {
    const records: DecisionRecord[] = [];
    let connected = false;
    const recorder = createNodeRecorder(
      (sent) => (connected ? records.push(...sent) > 0 : undefined),
      () => undefined,
    );
    return {
      recorder,
      async arrived() {
        connected = true;
        recorder.connected();
        connected = false;
        return [...records];
      },
    };
  }),
);

it('counts for all nodes while a control node is there, and by itself while none is', async () => {
  let connected = true;
  const limiter = countingWhenCutOff(() => connected, createMemoryLimiter(), createMemoryLimiter());
  const take = async () => (await limiter.take('a', budget, now)).admitted;
  expect([await take(), await take(), await take()]).toEqual([true, true, false]);
  connected = false;
  expect([await take(), await take(), await take()]).toEqual([true, true, false]);
});

it('refuses where a control node is there and cannot count', async () => {
  const failing = { take: () => Promise.reject(new Error('no')) };
  const limiter = countingWhenCutOff(() => true, failing, createMemoryLimiter());
  await expect(limiter.take('a', budget, now)).rejects.toThrow('no');
});

it('holds places of all nodes while a control node is there, and those in progress count on without it', async () => {
  let connected = true;
  const shared = createMemoryHolds();
  const node = () => holdingWhenCutOff(() => connected, shared, createMemoryHolds());
  const [one, other] = [node(), node()];
  const places = [await one.take('a', 2), await other.take('a', 2)];
  expect(await one.take('a', 2)).toBeUndefined();
  connected = false;
  expect([await one.take('a', 2), await one.take('a', 2)]).toEqual([expect.anything(), undefined]);
  connected = true;
  for (const place of places) place?.givenBack();
  expect(shared.taken).toBe(0);
  expect(await one.take('a', 1)).toBeUndefined();
});

it('gives back its own place where all are taken and where nobody can say', async () => {
  const [own, full, broken] = [createMemoryHolds(), () => undefined, () => Promise.reject(new Error('no'))];
  expect(await holdingWhenCutOff(() => true, { take: full }, own).take('a', 9)).toBeUndefined();
  await expect(holdingWhenCutOff(() => true, { take: broken }, own).take('a', 9)).rejects.toThrow('no');
  expect(own.taken).toBe(0);
});

it('rejects questions while nobody is there, and those that were open when the control node went', async () => {
  const questions = createNodeQuestions();
  await expect(questions.ask({ kind: 'secrets' }, 'secretsAnswer')).rejects.toThrow('No control node');
  questions.connected(() => true);
  const open = questions.ask({ kind: 'secrets' }, 'secretsAnswer');
  questions.lost();
  await expect(open).rejects.toThrow('has gone');
  questions.connected(() => true);
  const failed = questions.ask({ kind: 'secrets' }, 'secretsAnswer');
  questions.answered({ kind: 'failedAnswer', request: 2 });
  await expect(failed).rejects.toThrow('cannot answer');
});

it('holds as many records as there is room for while nobody is there, and sends them then', async () => {
  const sent: DecisionRecord[] = [];
  let connected = false;
  const recorder = createNodeRecorder(
    (records) => {
      if (!connected) return undefined;
      sent.push(...records);
      return true;
    },
    () => undefined,
  );
  for (let count = 0; count < 10_010; count += 1) {
    recorder.record({
      ...{ reference: newId('reference'), at: count, node: 'gateway-1', method: 'GET', path: '/' },
      ...{ outcome: 'forwarded', status: 200, steps: [], durationMicros: 1 },
    });
  }
  await recorder.flush();
  expect([sent.length, recorder.dropped()]).toEqual([0, 10]);
  connected = true;
  recorder.connected();
  expect(sent).toHaveLength(10_000);
  await recorder.close();
});
