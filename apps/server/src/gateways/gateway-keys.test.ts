import { wallTime } from '@signet/contracts';
import { expect, it } from 'vitest';
import { gatewayKeys } from './gateway-keys.ts';

const wall = () => wallTime(1_750_000_000_000);
const masterKey = new Uint8Array(32).fill(1);
const previousMasterKey = new Uint8Array(32).fill(2);

it('signs with what comes of the master key, and publishes beside it what came of the one before', async () => {
  const before = await gatewayKeys({ masterKey: previousMasterKey, previousMasterKey: undefined }, wall)();
  const keys = await gatewayKeys({ masterKey, previousMasterKey }, wall)();
  expect(keys.slice(2).map(({ kid }) => kid)).toEqual(before.map(({ kid }) => kid));
  expect(keys.map(({ d }) => d !== undefined)).toEqual([true, true, false, false]);
});

it('never tells what the keys are made of', async () => {
  const told = JSON.stringify(await gatewayKeys({ masterKey, previousMasterKey }, wall)());
  for (const encoding of ['hex', 'base64', 'base64url'] as const)
    expect(told).not.toContain(Buffer.from(masterKey).toString(encoding));
});
