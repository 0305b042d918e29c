import { newId } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { aKeptCall } from '@signet/control/ports/contracts';
import { aLedgerRequest, aPage, aSettlement } from '@signet/gateway/ports/contracts';
import { aNewFamily, anApiKey, aProtocolEntry, aSession } from '@signet/identity/ports/examples';
import { createMemoryStores, type Stores } from '@signet/store';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { mostKeptCalls, startCleaning } from './clean-stores.ts';

const log = pino({ level: 'silent' });
const noon = Date.UTC(2026, 10, 23, 12);
const day = 86_400_000;

async function addSession({ sessions }: Stores, expiresAt: number) {
  const session = aSession({ startedAt: noon, expiresAt });
  await sessions.open(session, aNewFamily(session));
  return session.id;
}

describe('cleaning', () => {
  it('forgets sessions a day after they are over, and revocations that no token needs', async () => {
    const stores = createMemoryStores();
    const clocks = new ManualClocks(noon);
    const cleaning = startCleaning({ stores, clocks, log });
    const short = await Promise.all(Array.from({ length: 450 }, () => addSession(stores, noon + 1000)));
    const long = await addSession(stores, noon + 3 * day);
    const target = { kind: 'token', issuer: 'https://id.example', jti: 'a' } as const;
    await stores.revocations.append({ target, reason: 'logout', revokedAt: noon, forgetAfter: noon + 1000 });

    clocks.pass(day);
    await cleaning.clean();
    expect(await stores.revocations.read(0, 10)).toEqual([]);
    expect(await stores.sessions.find(short[0] ?? long)).toBeDefined();

    clocks.pass(1001);
    await cleaning.clean();
    expect(await Promise.all(short.map((id) => stores.sessions.find(id)))).toEqual(
      short.map(() => undefined),
    );
    expect(await stores.sessions.find(long)).toBeDefined();
    await cleaning.close();
  });

  it('forgets what the protocol kept when it has expired, and no sooner', async () => {
    const stores = createMemoryStores();
    const clocks = new ManualClocks(noon);
    const cleaning = startCleaning({ stores, clocks, log });
    const entries = [noon + 1000, noon + 2001].map((expiresAt) => aProtocolEntry({ expiresAt }));
    for (const entry of entries) await stores.protocol.put(entry);
    clocks.pass(2000);
    await cleaning.clean();
    const left = await Promise.all(entries.map((entry) => stores.protocol.find(entry, noon)));
    expect(left).toEqual([undefined, entries[1]]);
    await cleaning.close();
  });

  it('keeps as many calls of models as there may be', async () => {
    const stores = createMemoryStores();
    const cleaning = startCleaning({ stores, clocks: new ManualClocks(noon), log });
    const calls = Array.from({ length: mostKeptCalls + 300 }, (_, later) =>
      aKeptCall({ reference: newId('reference'), forgetAt: noon + 1000 + later }),
    );
    await stores.keptCalls.append(calls);
    await cleaning.clean();
    const found = await Promise.all(
      [0, 299, 300].map((at) => stores.keptCalls.find(calls[at]?.reference ?? '', noon)),
    );
    expect(found).toEqual([undefined, undefined, calls[300]]);
    await cleaning.close();
  });

  it('forgets an API key a month after it was over', async () => {
    const stores = createMemoryStores();
    const clocks = new ManualClocks(noon);
    const cleaning = startCleaning({ stores, clocks, log });
    const key = anApiKey({ expiresAt: noon });
    await stores.apiKeys.add(key);
    clocks.pass(30 * day);
    await cleaning.clean();
    expect(await stores.apiKeys.find(key.id)).toEqual(key);
    clocks.pass(1);
    await cleaning.clean();
    expect(await stores.apiKeys.find(key.id)).toBeUndefined();
    await cleaning.close();
  });

  it('forgets a call of a model that was kept as soon as its time is over', async () => {
    const stores = createMemoryStores();
    const clocks = new ManualClocks(noon);
    const cleaning = startCleaning({ stores, clocks, log });
    const kept = aKeptCall({ at: noon, forgetAt: noon + day });
    await stores.keptCalls.append([kept]);
    clocks.pass(day - 1);
    await cleaning.clean();
    expect(await stores.keptCalls.find(kept.reference, noon)).toEqual(kept);
    clocks.pass(1);
    await cleaning.clean();
    expect(await stores.keptCalls.find(kept.reference, noon)).toBeUndefined();
    await cleaning.close();
  });

  it('frees what a crash left reserved, and keeps what was spent', async () => {
    const stores = createMemoryStores();
    const request = aLedgerRequest({ pages: [aPage({ endsAt: noon })], leaseFor: 0 });
    await stores.ledger.reserve({ ...request, id: 'crashed' });
    await stores.ledger.book({ ...request, id: 'spent' }, aSettlement({ micros: 1, tokens: 1 }));
    const clocks = new ManualClocks(noon + 1);
    const cleaning = startCleaning({ stores, clocks, log });
    await cleaning.clean();
    expect(await stores.costs.check()).toEqual({ requests: 2, budgets: 1, open: 0, faults: [] });
    await cleaning.close();
  });

  it('goes on after a store has failed', async () => {
    const stores = createMemoryStores();
    let broken = true;
    const revocations = {
      ...stores.revocations,
      forget: async (now: number) => {
        if (broken) throw new Error('no answer');
        return stores.revocations.forget(now);
      },
    };
    const id = await addSession(stores, noon);
    const clocks = new ManualClocks(noon + 2 * day);
    const cleaning = startCleaning({ stores: { ...stores, revocations }, clocks, log });
    await cleaning.clean();
    expect(await stores.sessions.find(id)).toBeDefined();
    broken = false;
    await cleaning.clean();
    expect(await stores.sessions.find(id)).toBeUndefined();
    await cleaning.close();
  });

  it('forgets nothing because the clock is ahead for a while, and everything again a day after', async () => {
    const stores = createMemoryStores();
    const clocks = new ManualClocks(noon);
    const cleaning = startCleaning({ stores, clocks, log });
    await cleaning.clean();
    const session = await addSession(stores, noon + 1000);
    const target = { kind: 'token', issuer: 'https://id.example', jti: 'a' } as const;
    await stores.revocations.append({ target, reason: 'logout', revokedAt: noon, forgetAfter: noon + 1000 });
    const left = async () => [
      (await stores.revocations.read(0, 10)).length,
      await stores.sessions.find(session),
    ];

    clocks.set(30 * day);
    for (let pass = 0; pass < 100; pass += 1) {
      clocks.pass(60_000);
      await cleaning.clean();
    }
    expect(await left()).toEqual([1, expect.anything()]);

    clocks.set(-30 * day);
    clocks.pass(2 * day);
    await cleaning.clean();
    expect(await left()).toEqual([0, undefined]);
    await cleaning.close();
  });

  it('keeps a revocation for as long after its time as a clock is set back by mistake', async () => {
    const stores = createMemoryStores();
    const clocks = new ManualClocks(noon);
    const cleaning = startCleaning({ stores, clocks, log });
    const target = { kind: 'token', issuer: 'https://id.example', jti: 'a' } as const;
    await stores.revocations.append({ target, reason: 'logout', revokedAt: noon, forgetAfter: noon });
    clocks.pass(2 * 3_600_000);
    await cleaning.clean();
    expect(await stores.revocations.read(0, 10)).toHaveLength(1);
    clocks.pass(1);
    await cleaning.clean();
    expect(await stores.revocations.read(0, 10)).toEqual([]);
    await cleaning.close();
  });
});
