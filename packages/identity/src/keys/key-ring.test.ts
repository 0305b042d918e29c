import { WatchedClocks } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { createAudit } from '../audit/audit.ts';
import { createMemoryAudit, createMemorySigningKeys } from '../ports/index.ts';
import { publishNext } from '../testing/publish-next.ts';
import { openKeyRing } from './key-ring.ts';
import { createKeySealer } from './key-sealer.ts';

const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

/** What several nodes share. */
function shared() {
  const clocks = new ManualClocks();
  return { store: createMemorySigningKeys(), masterKey: random(new Uint8Array(32)), clocks };
}

type Shared = ReturnType<typeof shared>;

const noFault = (error: unknown): void => expect.fail(String(error));

function open({ clocks, masterKey, ...parts }: Shared, reportFault = noFault) {
  const sealer = createKeySealer({ issuer: 'https://login.example', masterKey, random });
  return openKeyRing({
    ...parts,
    audit: createAudit({ audit: createMemoryAudit(), wall: clocks.wall }),
    sealer,
    algorithm: () => 'ES256',
    algorithmsOfApis: () => [],
    random,
    clocks: new WatchedClocks(clocks),
    reportFault,
  });
}

describe('the key ring', () => {
  it('makes one ES256 key at the first start and keeps it', async () => {
    const parts = shared();
    const first = await (await open(parts)).now();
    expect(first.jwks.keys).toMatchObject([{ alg: 'ES256', kid: first.signing.kid }]);
    expect((await (await open(parts)).now()).jwks).toEqual(first.jwks);
  });

  it('ends with one key when two nodes start together', async () => {
    const parts = shared();
    const rings = await Promise.all(Array.from({ length: 5 }, () => open(parts)));
    const keys = await Promise.all(rings.map((ring) => ring.now()));
    expect(new Set(keys.map(({ signing }) => signing.kid)).size).toBe(1);
  });

  it('refuses another master key', async () => {
    const parts = shared();
    await open(parts);
    const other = { ...parts, masterKey: random(new Uint8Array(32)) };
    await expect(open(other)).rejects.toMatchObject({ refusal: { code: 'master_key_wrong' } });
  });

  it('refuses a sealed key that was moved to another id', async () => {
    const parts = shared();
    await open(parts);
    const [key] = await parts.store.list();
    const store = createMemorySigningKeys();
    if (key) await store.addFirst({ ...key, id: `${key.id}x` as typeof key.id });
    await expect(open({ ...parts, store })).rejects.toMatchObject({ refusal: { code: 'master_key_wrong' } });
  });

  it.each([
    ['ES256', ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']],
    ['EdDSA', ['alg', 'crv', 'kid', 'kty', 'use', 'x']],
    ['RS256', ['alg', 'e', 'kid', 'kty', 'n', 'use']],
    ['PS256', ['alg', 'e', 'kid', 'kty', 'n', 'use']],
    ['ES384', ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']],
  ] as const)(
    'publishes no private member of %s, stores none in the clear and lets none be exported',
    async (algorithm, members) => {
      const parts = shared();
      const ring = await open(parts);
      await ring.activate(await publishNext(ring, algorithm));
      const { jwks, signing } = await ring.now();
      const published = jwks.keys.find(({ kid }) => kid === signing.kid);
      expect(Object.keys(published ?? {}).sort()).toEqual(members);
      expect(published?.alg).toBe(algorithm);
      expect(JSON.stringify(await parts.store.list())).not.toMatch(/"d"|\\"d\\"/);
      if ('sign' in signing) return expect.fail('The key lives elsewhere.');
      await expect(crypto.subtle.exportKey('jwk', signing.key)).rejects.toThrow();
    },
  );
});

describe('a key that is added while nodes run', () => {
  it('is published by each within ten seconds, and signs nothing', async () => {
    const parts = shared();
    const [here, there] = [await open(parts), await open(parts)];
    const { signing } = await here.now();
    const added = await publishNext(here);
    const kids = async (ring: typeof here) => (await ring.now()).jwks.keys.map(({ kid }) => kid);
    expect(await kids(here)).toEqual([signing.kid, added]);
    parts.clocks.pass(9999);
    expect(await kids(there)).toEqual([signing.kid]);
    parts.clocks.pass(1);
    expect(await kids(there)).toEqual([signing.kid, added]);
    expect((await there.now()).signing.kid).toBe(signing.kid);
  });

  it('is found at once by a node whose machine slept', async () => {
    const parts = shared();
    const [here, there] = [await open(parts), await open(parts)];
    await publishNext(here);
    parts.clocks.sleep(60_000);
    expect((await there.now()).jwks.keys).toHaveLength(2);
  });

  it('is looked for on a stranger’s word once a second, however many come', async () => {
    const parts = shared();
    let readings = 0;
    const { list } = parts.store;
    const ring = await open(parts);
    parts.store.list = () => {
      readings += 1;
      return list();
    };
    for (let second = 0; second < 3; second += 1) {
      parts.clocks.pass(1000);
      await Promise.all(Array.from({ length: 50 }, () => ring.lookAgain()));
    }
    expect(readings).toBe(3);
  });
});

describe('a key that takes over', () => {
  it('signs on each node, while the one before is published until its last token has expired', async () => {
    const parts = shared();
    const [here, there] = [await open(parts), await open(parts)];
    const before = (await here.now()).signing.kid;
    const added = await publishNext(here);
    expect(await here.activate(added)).toBe('activated');
    expect((await here.now()).signing.kid).toBe(added);
    parts.clocks.pass(10_000);
    const { signing, verification } = await there.now();
    expect(signing.kid).toBe(added);
    expect(verification.map(({ kid }) => kid)).toEqual([before, added]);
    parts.clocks.pass(24 * 3_600_000);
    expect((await there.now()).verification.map(({ kid }) => kid)).toEqual([before, added]);
    parts.clocks.pass(600_000);
    const last = await there.now();
    expect(last.verification.map(({ kid }) => kid)).toEqual([added]);
    expect(last.jwks.keys.map(({ kid }) => kid)).toEqual([added]);
  });

  it('is one that was published', async () => {
    const ring = await open(shared());
    const { signing } = await ring.now();
    const added = await publishNext(ring);
    await ring.activate(added);
    expect(await ring.activate(signing.kid)).toBe('not_next');
    expect((await ring.now()).signing.kid).toBe(added);
  });

  it('leaves a node going on with what it knew while the store is away, or has a key it cannot open', async () => {
    const parts = shared();
    const faults: unknown[] = [];
    const here = await open(parts, (error) => void faults.push(error));
    const { signing } = await here.now();
    const { list } = parts.store;
    parts.store.list = () => Promise.reject(new Error('The store is away.'));
    parts.clocks.pass(10_000);
    expect((await here.now()).signing.kid).toBe(signing.kid);
    expect(faults).toMatchObject([{ message: 'The store is away.' }]);
    parts.store.list = async () => (await list()).map((key) => ({ ...key, publicJwk: '{"kty":"EC"}' }));
    parts.clocks.pass(10_000);
    expect((await here.now()).jwks.keys).toHaveLength(1);
    expect(faults).toHaveLength(2);
  });
});
