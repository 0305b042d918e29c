import { newId } from '@signet/contracts';
import { expect, it } from 'vitest';
import { createMemorySecondFactors } from '../ports/second-factors.memory.ts';
import { createFactorSealer, resealFactors } from './factor-sealer.ts';

const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
const oldKey = random(new Uint8Array(32));
const newKey = random(new Uint8Array(32));

const sealerOf = (masterKey: Uint8Array, previousMasterKey?: Uint8Array) =>
  createFactorSealer({ issuer: 'https://login.example', masterKey, previousMasterKey, random });

it('goes on where it was cut off: until it is done the old master key opens what it has not reached', async () => {
  const store = createMemorySecondFactors();
  const before = sealerOf(oldKey);
  const accounts = Array.from({ length: 5 }, () => newId('account', random));
  for (const accountId of accounts) {
    const sealedSecret = before.seal(`secret of ${accountId}`, accountId);
    await store.add({ accountId, sealedSecret, addedAt: 0, lastStep: 0, failures: 0, failedAt: 0 }, []);
  }
  const opensAll = async (sealer: ReturnType<typeof sealerOf>) => {
    for (const { accountId, sealedSecret } of await store.list(undefined, 10)) {
      expect(sealer.open(sealedSecret, accountId).plain).toBe(`secret of ${accountId}`);
    }
  };
  let left = 2;
  const cutOff: typeof store.reseal = async (...change) => {
    if (left-- === 0) throw new Error('The process has ended.');
    return store.reseal(...change);
  };
  await expect(resealFactors({ ...store, reseal: cutOff }, sealerOf(newKey, oldKey))).rejects.toThrow(
    'ended',
  );
  await opensAll(sealerOf(newKey, oldKey));
  await opensAll(sealerOf(oldKey, newKey));
  expect(await resealFactors(store, sealerOf(newKey, oldKey))).toBe(3);
  await opensAll(sealerOf(newKey));
  await expect(opensAll(before)).rejects.toMatchObject({ refusal: { code: 'master_key_wrong' } });
});
