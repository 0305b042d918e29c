import { type ApiKeySummary, newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { findKey } from './find-key.ts';

const now = 1000;
const key = (changed: Partial<ApiKeySummary> = {}): ApiKeySummary => ({
  ...{ id: newId('apiKey'), name: 'Export', owner: 'reporting', audience: ['https://api.example'] },
  ...{ scopes: [], roles: [], permissions: [], claims: {}, createdAt: 0 },
  ...changed,
});

/** A server with these keys, a key a page. */
function adminWith(...keys: readonly ApiKeySummary[]) {
  const asked: unknown[] = [];
  const listApiKeys = async (query: { readonly after?: string }) => {
    asked.push(query);
    const place = keys.findIndex(({ id }) => id === query.after) + 1;
    const next = keys[place]?.id;
    return { keys: keys.slice(place, place + 1), ...(place + 1 < keys.length ? { next } : {}) };
  };
  return { asked, admin: { listApiKeys } as unknown as Parameters<typeof findKey>[0] };
}

describe('findKey', () => {
  it('takes an id as it is, and asks nobody', async () => {
    const { admin, asked } = adminWith();
    const id = newId('apiKey');
    expect(await findKey(admin, id, now)).toBe(id);
    expect(asked).toEqual([]);
  });

  it('finds the one good key of a name, on whichever page', async () => {
    const good = key();
    const { admin } = adminWith(key({ name: 'Other' }), key({ revokedAt: 5 }), key({ expiresAt: now }), good);
    expect(await findKey(admin, 'Export', now)).toBe(good.id);
  });

  it('chooses between no two, and names both', async () => {
    const [one, other] = [key(), key()];
    await expect(findKey(adminWith(one, other).admin, 'Export', now)).rejects.toMatchObject({
      parts: { actual: `${one.id}, ${other.id}` },
    });
    await expect(findKey(adminWith(one).admin, 'export', now)).rejects.toThrow();
  });

  it('sends a key itself nowhere, and does not repeat it', async () => {
    const { admin, asked } = adminWith(key());
    const failed = await findKey(admin, `sgk_${'1'.repeat(72)}`, now).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(JSON.stringify(failed)).not.toContain('1111');
    expect(String(failed)).not.toContain('1111');
    expect(asked).toEqual([]);
  });
});
