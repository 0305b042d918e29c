import { wallTime } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { createMemorySigningKeys } from '../ports/index.ts';
import { openKeyRing } from './key-ring.ts';

const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

function open(store = createMemorySigningKeys(), masterKey = random(new Uint8Array(32))) {
  return openKeyRing({ store, masterKey, random, wall: () => wallTime(1_000) });
}

describe('the key ring', () => {
  it('makes one ES256 key at the first start and keeps it', async () => {
    const store = createMemorySigningKeys();
    const masterKey = random(new Uint8Array(32));
    const first = await open(store, masterKey);
    expect(first.jwks.keys).toHaveLength(1);
    expect((await open(store, masterKey)).jwks).toEqual(first.jwks);
  });

  it('ends with one key when two nodes start together', async () => {
    const store = createMemorySigningKeys();
    const masterKey = random(new Uint8Array(32));
    const rings = await Promise.all(Array.from({ length: 5 }, () => open(store, masterKey)));
    expect(new Set(rings.map(({ signing }) => signing.kid)).size).toBe(1);
  });

  it('refuses another master key', async () => {
    const store = createMemorySigningKeys();
    await open(store);
    await expect(open(store)).rejects.toMatchObject({ refusal: { code: 'master_key_wrong' } });
  });

  it('refuses a sealed key that was moved to another id', async () => {
    const masterKey = random(new Uint8Array(32));
    const store = createMemorySigningKeys();
    await open(store, masterKey);
    const [key] = await store.list();
    const moved = createMemorySigningKeys();
    if (key) await moved.addFirst({ ...key, id: `${key.id}x` as typeof key.id });
    await expect(open(moved, masterKey)).rejects.toMatchObject({ refusal: { code: 'master_key_wrong' } });
  });

  it('publishes no private member, stores none in the clear and lets none be exported', async () => {
    const store = createMemorySigningKeys();
    const { jwks, signing } = await open(store);
    expect(Object.keys(jwks.keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(JSON.stringify(await store.list())).not.toContain('"d"');
    await expect(crypto.subtle.exportKey('jwk', signing.key)).rejects.toThrow();
  });
});
