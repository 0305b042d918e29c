import { expect, it } from 'vitest';
import { WholeEvents } from './whole-events.ts';

it.each([1, 2, 3, 7, 64])('gives the bytes of a stream that comes %d at a time, in whole events', (size) => {
  const bytes = Buffer.from(': ping\n\nevent: a\ndata: é😀\n\ndata: b\r\n\r\ndata: half');
  const whole = new WholeEvents();
  let given = '';
  for (let at = 0; at < bytes.length; at += size) {
    given += whole.take(bytes.subarray(at, at + size)).toString();
    expect(given === '' || /(?:\n\n|\r\n\r\n)$/.test(given)).toBe(true);
  }
  expect(given).toBe(': ping\n\nevent: a\ndata: é😀\n\ndata: b\r\n\r\n');
  expect(whole.rest().toString()).toBe('data: half');
});
