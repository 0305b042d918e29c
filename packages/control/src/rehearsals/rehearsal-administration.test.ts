import { type AuditDeed, newId, type RehearseRequest, SignetError, wallTime } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { aKeptCall } from '../ports/kept-calls.contract.ts';
import { createMemoryKeptCalls } from '../ports/kept-calls.memory.ts';
import {
  createRehearsalAdministration,
  type RehearsalAdministrationParts,
} from './rehearsal-administration.ts';

const noon = Date.UTC(2026, 10, 30, 12);
const reference = newId('reference');
const request: RehearseRequest = {
  ...{ rehearsal: 'r'.repeat(16), begunAt: noon, most: 5_000_000, currency: 'USD', reference, to: 'claude' },
};

async function administration(now = noon) {
  const deeds: AuditDeed[] = [];
  const store = createMemoryKeptCalls({ appendNow: (deed) => deed !== undefined && deeds.push(deed) });
  await store.append([aKeptCall({ reference, at: noon, forgetAt: noon + 1000 })]);
  const deed: RehearsalAdministrationParts['deed'] = (action, parts) => ({
    ...{ at: now, action, actor: { kind: 'account', id: 'usr_ada' } },
    ...parts,
  });
  let isDown = false;
  const asked: string[] = [];
  const made = createRehearsalAdministration({
    deed,
    async record(action, parts) {
      if (isDown) throw new Error('no audit log');
      deeds.push(deed(action, parts));
    },
    store,
    keeps: (route) => route === 'models',
    async askOther(kept, { to }) {
      asked.push(to);
      return to === 'claude'
        ? { reference: kept.reference, verdict: 'as-good', findings: [], losses: [] }
        : undefined;
    },
    now: () => wallTime(now),
  });
  const fail = () => {
    isDown = true;
  };
  return { ...made, deeds, asked, fail };
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

  it('is told once in the audit log, before anybody is asked', async () => {
    const { rehearse, deeds } = await administration();
    await rehearse(request);
    await rehearse(request);
    expect(deeds).toMatchObject([
      {
        ...{ action: 'rehearsal.begun', target: { kind: 'route', id: 'models' } },
        details: { to: 'claude', most: 5_000_000, currency: 'USD' },
      },
    ]);
    await rehearse({ ...request, rehearsal: 's'.repeat(16) });
    expect(deeds).toHaveLength(2);
    const unheard = await administration();
    unheard.fail();
    await expect(unheard.rehearse(request)).rejects.toThrow('no audit log');
    expect(unheard.asked).toEqual([]);
  });

  it('has nothing to ask once what its route kept is forgotten, of which the audit log tells', async () => {
    const { rehearse, purge, deeds } = await administration();
    expect(await purge({ route: 'others' })).toEqual({ purged: 0 });
    expect(deeds).toEqual([]);
    expect(await purge({ route: 'models' })).toEqual({ purged: 1 });
    expect(deeds).toMatchObject([{ action: 'kept_calls.purged', target: { kind: 'route', id: 'models' } }]);
    expect(await rehearse(request)).toMatchObject({ because: 'gone' });
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
