import { type AuditEntry, type AuditHead, auditHash } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { createChainCheck } from './check-chain.ts';

async function chain(length: number): Promise<readonly AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const entry = {
      sequence,
      at: sequence,
      action: 'client.changed',
      actor: { kind: 'account', id: 'usr_ada' },
      target: { kind: 'client', id: 'invoices' },
      address: '203.0.113.1',
      details: { b: 1, a: 'x' },
      previous: entries.at(-1)?.hash ?? '',
    };
    entries.push({ ...entry, hash: await auditHash(entry) });
  }
  return entries;
}

/** What the check says of these entries. */
async function found(entries: readonly AuditEntry[], head?: AuditHead, kept?: AuditHead) {
  const check = createChainCheck(kept);
  for (const entry of entries) {
    const problem = await check.next(entry);
    if (problem !== undefined) return problem;
  }
  return check.end(head ?? entries.at(-1));
}

const whole = await chain(6);
const at = (sequence: number): AuditEntry => whole[sequence - 1] ?? expect.fail('No such entry.');
const changed = (sequence: number, change: Partial<AuditEntry>) =>
  whole.map((entry) => (entry.sequence === sequence ? { ...entry, ...change } : entry));

describe('an audit log', () => {
  it('is one chain, whatever the order of the details', async () => {
    expect(await found(whole)).toBeUndefined();
    expect(await found(changed(2, { details: { a: 'x', b: 1 } }))).toBeUndefined();
    expect(await found([])).toBeUndefined();
  });

  it.each<[string, Partial<AuditEntry>]>([
    ['who', { actor: { kind: 'account', id: 'usr_eve' } }],
    ['who it was not', { actor: { kind: 'anonymous' } }],
    ['what', { action: 'client.added' }],
    ['on whom', { target: { kind: 'client', id: 'other' } }],
    ['when', { at: 9 }],
    ['from where', { address: '203.0.113.2' }],
    ['by which request', { requestId: 'req_1' }],
    ['how', { details: { a: 'y', b: 1 } }],
    ['how, of another type', { details: { a: 'x', b: '1' } }],
  ])('shows that somebody changed %s', async (_, change) => {
    expect(await found(changed(3, change))).toMatchObject({
      sequence: 3,
      sentence: expect.stringContaining('was changed'),
    });
  });

  it('shows a change whose hash was made to fit, at the entry behind it', async () => {
    const forged = { ...at(3), action: 'client.added' };
    const fitting = changed(3, { action: 'client.added', hash: await auditHash(forged) });
    expect(await found(fitting)).toMatchObject({
      sequence: 4,
      sentence: expect.stringContaining('does not follow'),
    });
  });

  it('shows what was taken away, from the middle, the beginning and the end', async () => {
    const without = (sequence: number) => whole.filter((entry) => entry.sequence !== sequence);
    expect(await found(without(4))).toMatchObject({ sequence: 4 });
    expect(await found(without(1))).toMatchObject({ sequence: 1 });
    expect(await found(without(6), at(6))).toMatchObject({
      sequence: 6,
      sentence: expect.stringContaining('its end was taken away'),
    });
  });

  it('shows what was taken away where the rest was numbered anew', async () => {
    const renumbered = whole
      .filter(({ sequence }) => sequence !== 4)
      .map((entry, index) => ({ ...entry, sequence: index + 1 }));
    expect(await found(renumbered)).toMatchObject({ sequence: 4 });
  });

  it('shows entries that changed places', async () => {
    const swapped = [at(1), { ...at(3), sequence: 2 }, { ...at(2), sequence: 3 }, at(4)];
    expect(await found(swapped)).toMatchObject({ sequence: 2 });
  });

  it('shows by a head that was kept elsewhere what no chain shows by itself', async () => {
    const short = whole.slice(0, 4);
    expect(await found(short, at(4))).toBeUndefined();
    expect(await found(short, at(4), at(6))).toMatchObject({ sequence: 5 });
    const anew = await chain(6);
    const { hash: _, ...other } = { ...at(6), at: 99 };
    const rewritten = [...anew.slice(0, 5), { ...other, hash: await auditHash(other) }];
    expect(await found(rewritten)).toBeUndefined();
    expect(await found(rewritten, undefined, at(6))).toMatchObject({
      sequence: 6,
      sentence: expect.stringContaining('written anew'),
    });
  });
});
