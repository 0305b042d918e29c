import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { createMemoryMailQueue } from '../ports/index.ts';
import type { Mail } from '../ports/post.ts';
import { createLetterWriter } from './letter-writer.ts';
import { createMailroom, type Delivered } from './mailroom.ts';

const minute = 60_000;
const test = { kind: 'test', to: 'ada@example.org', language: 'en' } as const;

function open(answer: (mail: Mail) => Promise<'sent' | 'refused'>) {
  const clocks = new ManualClocks();
  const sent: Mail[] = [];
  const told: Delivered[] = [];
  const queue = createMemoryMailQueue();
  const { wall } = clocks;
  const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
  const issuer = 'https://login.example';
  const mailroom = createMailroom({
    queue,
    post: {
      by: 'smtp',
      async send(mail) {
        sent.push(mail);
        return answer(mail);
      },
    },
    writeErrand: async ({ kind }) => ({ ...test, kind: kind as 'test', values: {} }),
    writeLetter: createLetterWriter({ issuer, readTemplate: () => undefined, reportFault: () => undefined }),
    onAsked: () => undefined,
    random,
    wall,
  });
  return { mailroom, queue, clocks, sent, told, deliver: () => mailroom.deliverDue((one) => told.push(one)) };
}

describe('the mailroom', () => {
  it('keeps what it was asked for until it was sent, and asks the mail server then only', async () => {
    const { mailroom, sent, told, deliver } = open(async () => 'sent');
    await mailroom.ask(test);
    expect([sent.length, await mailroom.waiting()]).toEqual([0, 1]);
    await deliver();
    expect(sent).toMatchObject([{ to: 'ada@example.org', subject: 'Mail from login.example arrives' }]);
    expect([told[0]?.outcome, await mailroom.waiting()]).toEqual(['sent', 0]);
  });

  it('tries again, later and later, while the mail server is away, and gives up after a day', async () => {
    const { mailroom, clocks, sent, told, deliver } = open(() => Promise.reject(new Error('ECONNREFUSED')));
    await mailroom.ask(test);
    for (const pause of [0, 10_000, 20_000, 40_000]) {
      clocks.pass(pause - 1);
      await deliver();
      clocks.pass(1);
      await deliver();
    }
    expect(sent).toHaveLength(4);
    expect(told.map(({ outcome }) => outcome)).toEqual(['later', 'later', 'later', 'later']);
    for (let hour = 0; hour < 25; hour += 1) {
      clocks.pass(60 * minute);
      await deliver();
    }
    expect(told.at(-1)?.outcome).toBe('given_up');
    expect(await mailroom.waiting()).toBe(0);
  });

  it('sends again what somebody took who has not come back', async () => {
    const { mailroom, queue, clocks, sent, deliver } = open(async () => 'sent');
    await mailroom.ask(test);
    await queue.take(clocks.wall(), clocks.wall() + 3 * minute, 1);
    await deliver();
    expect(sent).toHaveLength(0);
    clocks.pass(3 * minute);
    await deliver();
    expect(sent).toHaveLength(1);
  });

  it('drops what the other side refuses for good', async () => {
    const { mailroom, told, deliver } = open(async () => 'refused');
    await mailroom.ask(test);
    await deliver();
    expect([told[0]?.outcome, await mailroom.waiting()]).toEqual(['refused', 0]);
  });

  it('takes no more than ten thousand', async () => {
    const { mailroom } = open(async () => 'sent');
    for (let count = 0; count < 10_000; count += 1) await mailroom.ask(test);
    await expect(mailroom.ask(test)).rejects.toMatchObject({ code: 'overloaded' });
  });
});
