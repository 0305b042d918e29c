import { randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Answer, AnswerWatcher } from '../call/call.ts';
import { CompressingAnswer } from './compressing-answer.ts';

/** A client that reads when it is told to. */
class SlowClient implements Answer {
  status = 0;
  over = false;
  finished = false;
  reads = false;
  readonly got: Buffer[] = [];
  watcher: AnswerWatcher | undefined;

  watch(watcher: AnswerWatcher): void {
    this.watcher = watcher;
  }

  continue(): void {}

  early(): void {}

  begin(status: number): void {
    this.status = status;
  }

  write(piece: Buffer): boolean {
    this.got.push(piece);
    return this.reads;
  }

  end(): void {
    this.finished = true;
  }

  cutOff(): void {
    this.over = true;
    this.watcher?.closed();
  }
}

function open(client: SlowClient): CompressingAnswer {
  const rules = { minBytes: 0, withCookies: false, takes: () => true };
  const answer = new CompressingAnswer(client, { rules, encoding: 'gzip', isHead: false });
  answer.watch({ readerMoves: () => undefined, closed: () => undefined });
  answer.begin(200, ['content-type', 'text/plain']);
  return answer;
}

it('asks for no more than its client reads, and goes on when that does', async () => {
  const client = new SlowClient();
  const answer = open(client);
  let sent = 0;
  const send = () => {
    sent += 1;
    return answer.write(randomBytes(100));
  };
  await expect.poll(send).toBe(false);
  const held = client.got.length;
  expect(held).toBeGreaterThan(0);
  client.reads = true;
  client.watcher?.readerMoves();
  expect(send()).toBe(true);
  answer.end();
  await expect.poll(() => client.finished).toBe(true);
  expect(gunzipSync(Buffer.concat(client.got)).length).toBe(sent * 100);
});

it('lets go of everything when its client leaves in the middle', async () => {
  const client = new SlowClient();
  const answer = open(client);
  answer.write(randomBytes(1024));
  answer.cutOff();
  for (let count = 0; count < 5; count += 1) await turn();
  const { length } = client.got;
  expect(answer.write(randomBytes(1024))).toBe(true);
  for (let count = 0; count < 5; count += 1) await turn();
  expect([client.got.length, client.finished]).toEqual([length, false]);
});
