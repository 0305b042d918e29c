import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { CallBody } from '../call/call.ts';
import { Denial } from '../denial.ts';
import { HeldBody } from './held-body.ts';
import { HeldBytes } from './held-bytes.ts';
import { holdBody } from './hold-body.ts';

class Arriving extends PassThrough {
  complete = false;
  readonly rawTrailers: readonly string[] = [];
}

function holding(maxBytes: number, room = new HeldBytes()) {
  const body = new Arriving();
  let interrupt: ((denial: Denial) => void) | undefined;
  const held = holdBody(body as CallBody, {
    maxBytes,
    patience: 60_000,
    room,
    interruptible: (given) => {
      interrupt = given;
    },
  });
  return {
    body,
    held,
    interrupt: (denial: Denial) => interrupt?.(denial),
    isOver: () => interrupt === undefined,
  };
}

const codeOf = (outcome: Buffer | Denial) => (outcome instanceof Denial ? outcome.refusal.code : undefined);

it('has all of a body, and gives it on as it came', async () => {
  const { body, held, isOver } = holding(5);
  body.write('he');
  body.end('llo');
  const bytes = await held;
  expect(String(bytes)).toBe('hello');
  expect(isOver()).toBe(true);
  const letGo = vi.fn();
  const onward = new HeldBody(bytes as Buffer, ['x-sum', '1'], letGo);
  expect(onward.rawTrailers).toEqual(['x-sum', '1']);
  expect(letGo).not.toHaveBeenCalled();
  expect(String(await buffer(onward))).toBe('hello');
  onward.destroy();
  expect(letGo).toHaveBeenCalledTimes(1);
  const unsent = new HeldBody(bytes as Buffer, [], letGo);
  unsent.destroy();
  unsent.destroy();
  expect(letGo).toHaveBeenCalledTimes(2);
});

it('takes no byte more than it may, of one body and of all together', async () => {
  const { body, held } = holding(4);
  body.write('hello');
  expect(codeOf(await held)).toBe('body_too_large');
  const room = new HeldBytes(6);
  const one = holding(6, room);
  one.body.write('1234');
  const other = holding(6, room);
  other.body.write('123');
  expect(codeOf(await other.held)).toBe('overloaded');
  one.body.end('56');
  expect(String(await one.held)).toBe('123456');
});

it('gives back what it took of a body that is refused', async () => {
  const room = new HeldBytes(4);
  const first = holding(3, room);
  first.body.write('123');
  first.body.write('4');
  expect(codeOf(await first.held)).toBe('body_too_large');
  expect(room.take(4)).toBe(true);
});

it('waits for a body no longer than it may', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const room = new HeldBytes(10);
  const { body, held } = holding(10, room);
  body.write('some');
  vi.advanceTimersByTime(59_999);
  body.write('more');
  vi.advanceTimersByTime(1);
  expect(codeOf(await held)).toBe('request_timeout');
  expect(room.take(10)).toBe(true);
});

it('ends where the client leaves, and where it is told to', async () => {
  const left = holding(9);
  left.body.write('ha');
  left.body.destroy();
  expect(codeOf(await left.held)).toBe('client_closed');
  const gone = new Arriving();
  gone.destroy();
  const late = holdBody(gone as CallBody, {
    maxBytes: 1,
    patience: 60_000,
    room: new HeldBytes(),
    interruptible: () => undefined,
  });
  expect(codeOf(await late)).toBe('client_closed');
  const told = holding(9);
  const denial = new Denial('read-request', { code: 'request_timeout', sentence: 'late' });
  told.interrupt(denial);
  expect(await told.held).toBe(denial);
});
