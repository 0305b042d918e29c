import { expect, it } from 'vitest';
import { Unwritten } from './unwritten.ts';

const away = () => Promise.reject(new Error('away'));

it('is tried again until it is written, and then no more', async () => {
  const unwritten = new Unwritten();
  let isAway = true;
  let written = 0;
  unwritten.keep(async () => {
    if (isAway) throw new Error('away');
    written += 1;
  });
  await unwritten.again();
  expect([written, unwritten.count]).toEqual([0, 1]);
  isAway = false;
  await unwritten.again();
  await unwritten.again();
  expect([written, unwritten.count]).toEqual([1, 0]);
});

it('keeps nobody waiting behind what is never taken, and not for ever', async () => {
  const unwritten = new Unwritten();
  let written = 0;
  for (let at = 0; at < 20; at += 1) unwritten.keep(away);
  unwritten.keep(async () => {
    written += 1;
  });
  await unwritten.again();
  await unwritten.again();
  expect(written).toBe(1);
  for (let tries = 0; tries < 200; tries += 1) await unwritten.again();
  expect(unwritten.count).toBe(0);
});

it('keeps no more than fits', () => {
  const unwritten = new Unwritten();
  for (let at = 0; at < 10_001; at += 1) unwritten.keep(away);
  expect(unwritten.count).toBe(10_000);
});
