import { newId, type RehearseRequest, SignetError, wallTime } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { aKeptCall } from '../ports/kept-calls.contract.ts';
import { createMemoryKeptCalls } from '../ports/kept-calls.memory.ts';
import { createRehearsalAdministration } from './rehearsal-administration.ts';

const noon = Date.UTC(2026, 10, 30, 12);
const reference = newId('reference');
const request: RehearseRequest = {
  ...{ rehearsal: 'r'.repeat(16), begunAt: noon, most: 5_000_000, currency: 'USD', reference, to: 'claude' },
};

async function administration(now = noon) {
  const store = createMemoryKeptCalls();
  await store.append([aKeptCall({ reference, at: noon, forgetAt: noon + 1000 })]);
  return createRehearsalAdministration({
    store,
    keeps: (route) => route === 'models',
    askOther: async (kept, { to }) =>
      to === 'claude'
        ? { reference: kept.reference, verdict: 'as-good', findings: [], losses: [] }
        : undefined,
    now: () => wallTime(now),
  });
}

describe('a rehearsal', () => {
  it('is told which calls a route keeps, and nothing of what they say', async () => {
    const { list } = await administration();
    const answer = await list({ route: 'models', since: 0, limit: 10 });
    expect(answer).toMatchObject({ keeps: true, more: false, calls: [{ reference, asked: 'gpt' }] });
    expect(JSON.stringify(answer)).not.toContain('rains');
    expect(await list({ route: 'others', since: 0, limit: 10 })).toEqual({
      keeps: false,
      calls: [],
      more: false,
    });
  });

  it('asks another model what was asked', async () => {
    const { rehearse } = await administration();
    expect(await rehearse(request)).toMatchObject({ reference, verdict: 'as-good' });
  });

  it('is refused for a model that there is not', async () => {
    const { rehearse } = await administration();
    await expect(rehearse({ ...request, to: 'gtp' })).rejects.toThrow(SignetError);
  });

  it('asks nobody what was to be forgotten', async () => {
    const { rehearse, list } = await administration(noon + 1000);
    expect(await rehearse(request)).toMatchObject({ verdict: 'not-asked', because: 'gone' });
    expect((await list({ route: 'models', since: 0, limit: 10 })).calls).toEqual([]);
  });
});
