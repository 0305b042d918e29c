import { type AuditDeed, apiKeyIssuer, newId, type RevocationTarget, wallTime } from '@signet/contracts';
import { noon } from '@signet/contracts/testing';
import { hashApiKey, isApiKey } from '@signet/trust/api-keys';
import { describe, expect, it } from 'vitest';
import { createAudit } from '../audit/audit.ts';
import { createMemoryApiKeys, createMemoryAudit } from '../ports/index.ts';
import { createApiKeyAdministration } from './api-key-administration.ts';
import { createFindApiKey } from './find-api-key.ts';

const grant = {
  name: 'Nightly export',
  owner: 'reporting',
  audience: ['https://api.example'],
  scopes: ['orders:read'],
  roles: ['clerk'],
  permissions: [],
  claims: { tenant: 'acme' },
};
const minute = 60_000;

function open() {
  const audit = createMemoryAudit();
  const apiKeys = createMemoryApiKeys(audit);
  const revoked: RevocationTarget[] = [];
  const faults: unknown[] = [];
  let now = noon;
  const wall = () => wallTime(now);
  const administration = createApiKeyAdministration({
    apiKeys,
    audit: createAudit({ audit, wall }),
    random: (bytes) => crypto.getRandomValues(bytes),
    wall,
    async revoke(target, reason) {
      if (target.kind === 'token') await apiKeys.revoke(target.jti as never, now);
      revoked.push(target);
      return { sequence: revoked.length, target, reason, revokedAt: now, forgetAfter: now };
    },
  });
  const find = createFindApiKey({ apiKeys, wall, reportFault: (error) => faults.push(error) });
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  const deeds = async (): Promise<readonly Pick<AuditDeed, 'target' | 'details'>[]> =>
    (await audit.read({ limit: 9, order: 'oldest' })) as readonly AuditDeed[];
  return { administration, apiKeys, find, pass, revoked, faults, deeds };
}

describe('API keys of the administrator', () => {
  it('are shown once: nothing that is stored, listed or logged is the key', async () => {
    const { administration, apiKeys, deeds } = open();
    const { key, summary } = await administration.make(grant);
    expect(isApiKey(key)).toBe(true);
    expect(summary).toEqual({ ...grant, id: summary.id, createdAt: noon });
    const kept = await apiKeys.find(summary.id);
    expect(kept?.hash).toBe(hashApiKey(key));
    const elsewhere = JSON.stringify([kept, await administration.list({ limit: 9 }), await deeds()]);
    expect(elsewhere).not.toContain(key.slice(4, 20));
    // The list is for people, who have no use for what a key is found by.
    expect(JSON.stringify(await administration.list({ limit: 9 }))).not.toContain(hashApiKey(key));
  });

  it('are found with all that they may do, and end by themselves', async () => {
    const { administration, find } = open();
    const { key, summary } = await administration.make({ ...grant, lifetime: minute });
    expect(summary.expiresAt).toBe(noon + minute);
    expect(await find(hashApiKey(key))).toEqual({
      ...grant,
      id: summary.id,
      createdAt: noon,
      expiresAt: noon + minute,
    });
    expect(await find(hashApiKey('sgk_'))).toBeUndefined();
  });

  it('go on until the overlap is over when they are rotated', async () => {
    const { administration, apiKeys, find, revoked, deeds } = open();
    const first = await administration.make(grant);
    const second = await administration.rotate(first.summary.id, { overlap: minute });
    expect(second.key).not.toBe(first.key);
    expect(second.summary).toEqual({ ...grant, id: second.summary.id, createdAt: noon });
    expect((await apiKeys.find(first.summary.id))?.expiresAt).toBe(noon + minute);
    expect((await find(hashApiKey(second.key)))?.claims).toEqual(grant.claims);
    expect(revoked).toEqual([]);
    expect((await deeds()).at(-1)).toMatchObject({
      target: { kind: 'api_key', id: first.summary.id },
      details: { successor: second.summary.id },
    });
  });

  it('are revoked at every gateway when they are rotated without an overlap', async () => {
    const { administration, revoked } = open();
    const { summary } = await administration.make(grant);
    await administration.rotate(summary.id, { overlap: 0 });
    expect(revoked).toEqual([{ kind: 'token', issuer: apiKeyIssuer, jti: summary.id }]);
  });

  it('have no successor once they are over', async () => {
    const { administration, pass } = open();
    const short = await administration.make({ ...grant, lifetime: minute });
    const revoked = await administration.make(grant);
    await administration.revoke(revoked.summary.id);
    pass(minute);
    for (const { summary } of [short, revoked]) {
      const rotated = administration.rotate(summary.id, { overlap: minute });
      await expect(rotated).rejects.toMatchObject({ refusal: { code: 'api_key_ended' } });
    }
    expect((await administration.list({ limit: 9 })).keys).toHaveLength(2);
  });

  it('are revoked as often as it is asked for, where there are such', async () => {
    const { administration, find } = open();
    const { key, summary } = await administration.make(grant);
    expect(await administration.revoke(summary.id)).toEqual({ id: summary.id, sequence: 1 });
    expect(await administration.revoke(summary.id)).toEqual({ id: summary.id, sequence: 2 });
    expect((await find(hashApiKey(key)))?.revokedAt).toBe(noon);
    const unknown = newId('apiKey');
    for (const asked of [administration.revoke(unknown), administration.rotate(unknown, { overlap: 0 })]) {
      await expect(asked).rejects.toMatchObject({ refusal: { code: 'api_key_not_found' } });
    }
  });

  it('are listed page by page', async () => {
    const { administration } = open();
    for (let made = 0; made < 3; made += 1) await administration.make(grant);
    const first = await administration.list({ limit: 2 });
    expect(first.keys).toHaveLength(2);
    const after = first.next ?? newId('apiKey');
    const second = await administration.list({ limit: 2, after });
    expect(second.keys).toHaveLength(1);
    expect(second.next).toBeUndefined();
  });

  it('are known roughly by when they were used last, and by no use of one that is over', async () => {
    const { administration, find, pass, apiKeys, faults } = open();
    const { key, summary } = await administration.make(grant);
    const lastUsed = async () => (await apiKeys.find(summary.id))?.lastUsedAt;
    await find(hashApiKey(key));
    expect(await lastUsed()).toBe(noon);
    pass(minute);
    await find(hashApiKey(key));
    expect(await lastUsed()).toBe(noon);
    pass(10 * minute);
    await find(hashApiKey(key));
    expect(await lastUsed()).toBe(noon + 11 * minute);
    await administration.revoke(summary.id);
    pass(60 * minute);
    await find(hashApiKey(key));
    expect(await lastUsed()).toBe(noon + 11 * minute);
    expect(faults).toEqual([]);
  });

  it('are good also where nobody can write down that they were used', async () => {
    const { administration, apiKeys, faults } = open();
    const { key, summary } = await administration.make(grant);
    const full = { ...apiKeys, used: async () => Promise.reject(new Error('The disk is full')) };
    const find = createFindApiKey({
      apiKeys: full,
      wall: () => wallTime(noon),
      reportFault: (error) => faults.push(error),
    });
    expect((await find(hashApiKey(key)))?.id).toBe(summary.id);
    await Promise.resolve();
    await Promise.resolve();
    expect(faults).toEqual([new Error('The disk is full')]);
  });
});
