import { type ApiKey, type Moment, newId, steadyTime, wallTime } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { KnownKeys } from './known-keys.ts';

const key: ApiKey = {
  id: newId('apiKey'),
  name: 'Nightly export',
  owner: 'reporting',
  audience: ['https://api.example'],
  scopes: ['orders:read'],
  roles: [],
  permissions: [],
  claims: { tenant: 'acme' },
  createdAt: 0,
};
const at = (milliseconds: number): Moment => ({
  wall: wallTime(milliseconds),
  steady: steadyTime(milliseconds),
});
const from = (address: string, milliseconds = 0) => ({ address, now: at(milliseconds) });

describe('KnownKeys', () => {
  it('remembers for a minute what was found, from the question on', async () => {
    const answer = Promise.withResolvers<ApiKey>();
    const keys = new KnownKeys(() => answer.promise);
    const asked = keys.lookUp('hash', from('a'));
    answer.resolve(key);
    expect(await asked).toMatchObject({ kind: 'known', key, token: { subject: 'reporting', jti: key.id } });
    expect(keys.remembered('hash', steadyTime(59_999))).toMatchObject({ kind: 'known' });
    expect(keys.remembered('hash', steadyTime(60_000))).toBeUndefined();
  });

  it('forgets a key that is there no more, and all of them where clocks jumped', async () => {
    const found: (ApiKey | undefined)[] = [key, undefined, key];
    const keys = new KnownKeys(async () => found.shift());
    await keys.lookUp('hash', from('a'));
    await keys.lookUp('hash', from('a', 60_000));
    expect(keys.remembered('hash', steadyTime(60_001))).toEqual({ kind: 'unknown' });
    keys.forgetAll();
    expect(keys.remembered('hash', steadyTime(60_001))).toBeUndefined();
  });

  it('remembers nothing where nobody could say, and says nothing of the key', async () => {
    const keys = new KnownKeys((hash) => Promise.reject(new Error(`select … '${hash}'`)));
    const found = await keys.lookUp('its hash', from('a'));
    expect(found).toEqual({ kind: 'unavailable', note: 'The key could not be looked up: Error' });
    expect(keys.remembered('its hash', steadyTime(1))).toBeUndefined();
  });

  it('keeps the keys that are known, however many are tried out', async () => {
    const keys = new KnownKeys(async (hash) => (hash === 'good' ? key : undefined));
    await keys.lookUp('good', from('a'));
    for (let tried = 0; tried < 12_000; tried += 1) await keys.lookUp(`tried ${tried}`, from('b'));
    expect(keys.remembered('good', steadyTime(1))).toMatchObject({ kind: 'known' });
    expect(keys.remembered('tried 0', steadyTime(1))).toBeUndefined();
    expect(keys.remembered('tried 11999', steadyTime(1))).toEqual({ kind: 'unknown' });
  });

  it('looks so many up at once for one address, and others beside them', async () => {
    const silent = Promise.withResolvers<undefined>();
    let asked = 0;
    const keys = new KnownKeys(() => {
      asked += 1;
      return silent.promise;
    });
    const tried = Array.from({ length: 300 }, (_, at) => keys.lookUp(`tried ${at}`, from('greedy')));
    const other = keys.lookUp('another', from('patient'));
    expect(asked).toBe(257);
    silent.resolve(undefined);
    const kinds = (await Promise.all(tried)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'unavailable')).toHaveLength(44);
    expect(await other).toEqual({ kind: 'unknown' });
    // Given back: there is room again.
    expect(await keys.lookUp('one more', from('greedy'))).toEqual({ kind: 'unknown' });
  });
});
