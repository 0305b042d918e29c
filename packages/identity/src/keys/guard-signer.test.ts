import { steadyTime } from '@signet/contracts';
import { importVerificationKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { describe, expect, it } from 'vitest';
import { createMemoryKeySigner, type KeySigner } from '../ports/index.ts';
import { guardSigner } from './guard-signer.ts';

const unavailable = { refusal: { code: 'signing_unavailable' } };

/** A signer of which each signature is what `answer` makes of the right one. */
async function guarded(answer: KeySigner['sign'] | undefined = undefined) {
  const memory = createMemoryKeySigner();
  const made = await memory.make('ES256');
  const read = await importVerificationKey({ from: 'jwk', jwk: { ...made.publicJwk } }, 'ES256');
  if (read.kind === 'refused') throw new Error(read.refusal.sentence);
  let now = 0;
  let asked = 0;
  let reply = answer ?? memory.sign;
  const faults: unknown[] = [];
  const deadlines: AbortController[] = [];
  const guard = guardSigner(
    {
      make: memory.make,
      sign: (...given) => {
        asked += 1;
        return reply(...given);
      },
    },
    {
      steady: () => steadyTime(now),
      reportFault: (error) => void faults.push(error),
      abortAfter: () => {
        const deadline = new AbortController();
        deadlines.push(deadline);
        return deadline.signal;
      },
    },
  );
  const key = guard.keyOf(made, read.key);
  return {
    guard,
    key,
    memory,
    faults,
    deadlines,
    sign: () => signToken({ sub: 'ada' }, { key }),
    asked: () => asked,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    answer: (next: KeySigner['sign']) => {
      reply = next;
    },
  };
}

const failing: KeySigner['sign'] = () => Promise.reject(new Error('away'));

describe('a signer elsewhere', () => {
  it('signs', async () => {
    const { sign, faults } = await guarded();
    expect((await sign()).split('.')).toHaveLength(3);
    expect(faults).toEqual([]);
  });

  it.each<[string, (signature: Uint8Array) => Uint8Array]>([
    ['that is cut short', (signature) => signature.slice(0, 63)],
    ['with a byte that differs', (signature) => signature.with(5, (signature[5] ?? 0) ^ 1)],
    ['that is empty', () => new Uint8Array()],
    ['as DER has it', (signature) => new Uint8Array([0x30, 0x44, ...signature])],
  ])('hands out no signature %s', async (_, change) => {
    const test = await guarded();
    test.answer(async (...given) => change(await test.memory.sign(...given)));
    await expect(test.sign()).rejects.toMatchObject(unavailable);
    expect(test.faults).toHaveLength(1);
  });

  it('hands out no signature by another key, or of something else', async () => {
    const test = await guarded();
    const other = await test.memory.make('ES256');
    test.answer((_, input, signal) => test.memory.sign(other, input, signal));
    await expect(test.sign()).rejects.toMatchObject(unavailable);
    test.answer((key, _, signal) => test.memory.sign(key, new TextEncoder().encode('e30.e30'), signal));
    await expect(test.sign()).rejects.toMatchObject(unavailable);
  });

  it('that does not answer is waited for until the deadline, and no longer', async () => {
    const test = await guarded(() => new Promise(() => undefined));
    const signing = test.sign();
    await Promise.resolve();
    test.deadlines[0]?.abort();
    await expect(signing).rejects.toMatchObject(unavailable);
    expect(String(test.faults[0])).toContain('in time');
  });

  it('that failed three times is left alone for a while, tried by one, and used again once it is back', async () => {
    const test = await guarded(failing);
    for (let each = 0; each < 5; each += 1) await expect(test.sign()).rejects.toMatchObject(unavailable);
    expect([test.asked(), test.faults.length]).toEqual([3, 3]);
    test.pass(5_000);
    const tries = await Promise.allSettled([test.sign(), test.sign(), test.sign()]);
    expect(tries.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(test.asked()).toBe(4);
    test.answer(test.memory.sign);
    test.pass(5_000);
    await test.sign();
    await test.sign();
    expect(test.asked()).toBe(6);
  });

  it('has so many waiting at once, and no more', async () => {
    const test = await guarded(() => new Promise(() => undefined));
    const waiting = Array.from({ length: 80 }, () => test.sign());
    const refused = waiting.slice(64).map((each) => expect(each).rejects.toMatchObject(unavailable));
    await Promise.all(refused);
    expect(test.asked()).toBe(64);
    for (const deadline of test.deadlines) deadline.abort();
    await Promise.allSettled(waiting);
  });

  it('is proved before something is used up, unless it has just signed', async () => {
    const test = await guarded();
    await test.guard.prove(test.key);
    await test.guard.prove(test.key);
    expect(test.asked()).toBe(1);
    test.pass(1_000);
    test.answer(failing);
    await expect(test.guard.prove(test.key)).rejects.toMatchObject(unavailable);
  });
});
