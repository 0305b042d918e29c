import { ManualClocks } from '@signet/contracts/testing';
import { expect, it, vi } from 'vitest';
import { ProviderKeys } from './provider-keys.ts';

it('reads a key again after a while, and at once where it was not taken', async () => {
  const clocks = new ManualClocks(0);
  const read = vi.fn(async () => ['newest\n', 'before']);
  const keys = new ProviderKeys(read, clocks.steady);
  expect(await keys.get('env:K')).toBe('newest');
  await keys.get('env:K');
  expect(read).toHaveBeenCalledTimes(1);
  keys.forget('env:K');
  await keys.get('env:K');
  expect(read).toHaveBeenCalledTimes(2);
  clocks.pass(5_001);
  await keys.get('env:K');
  expect(read).toHaveBeenCalledTimes(3);
});

it('knows none where none can be read, and asks again', async () => {
  const read = vi.fn(async (): Promise<readonly string[]> => Promise.reject(new Error('away')));
  const keys = new ProviderKeys(read, new ManualClocks(0).steady);
  expect(await keys.get('env:K')).toBeUndefined();
  expect(await keys.get('env:K')).toBeUndefined();
  expect(read).toHaveBeenCalledTimes(2);
});

it('keeps nothing of a key that nobody asks by any more', async () => {
  const clocks = new ManualClocks(0);
  const read = vi.fn(async () => ['newest']);
  const keys = new ProviderKeys(read, clocks.steady);
  await keys.get('added:openai:1');
  expect(keys.held).toBe(1);
  clocks.pass(5_001);
  await keys.get('added:openai:2');
  expect(keys.held).toBe(1);
});
