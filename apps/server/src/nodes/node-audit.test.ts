import type { AuditDeed } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { expect, it } from 'vitest';
import { createNodeAudit } from './node-audit.ts';

const newcomer = { fingerprint: 'AA:BB', address: '10.0.0.7' };
const hour = 3_600_000;

function opened(append?: (deed: AuditDeed) => Promise<unknown>) {
  const clocks = new ManualClocks();
  const deeds: AuditDeed[] = [];
  const errors: unknown[] = [];
  const audit = createNodeAudit({
    append: append ?? (async (deed) => deeds.push(deed)),
    ...{ wall: clocks.wall, steady: clocks.steady },
    log: { error: (...told: unknown[]) => void errors.push(told) },
  });
  return { audit, deeds, errors, clocks };
}

it('tells who joined, who was not let in, and who was sent away, by their certificates', () => {
  const { audit, deeds, clocks } = opened();
  audit.joined('edge-1', newcomer);
  audit.refused('unknown', newcomer);
  audit.refused('revoked', newcomer, 'edge-1');
  const common = { at: clocks.wall(), address: '10.0.0.7' };
  expect(deeds).toEqual([
    {
      ...common,
      action: 'node.joined',
      actor: { kind: 'server' },
      target: { kind: 'node', id: 'edge-1' },
      details: { fingerprint: 'AA:BB' },
    },
    {
      ...common,
      action: 'node.refused',
      actor: { kind: 'anonymous' },
      details: { fingerprint: 'AA:BB', reason: 'unknown' },
    },
    {
      ...common,
      action: 'node.refused',
      actor: { kind: 'server' },
      target: { kind: 'node', id: 'edge-1' },
      details: { fingerprint: 'AA:BB', reason: 'revoked' },
    },
  ]);
});

it('tells the same once an hour, however often it comes, and another certificate or address at once', () => {
  const { audit, deeds, clocks } = opened();
  for (let nth = 0; nth < 1000; nth += 1) audit.refused('revoked', newcomer);
  audit.refused('revoked', { ...newcomer, address: '10.0.0.8' });
  audit.refused('revoked', { ...newcomer, fingerprint: 'CC:DD' });
  expect(deeds.map(({ details }) => details?.['untold'])).toEqual([undefined, 999, undefined]);
  clocks.pass(hour);
  audit.refused('revoked', newcomer);
  expect(deeds).toHaveLength(4);
});

it('is not filled by whoever comes from everywhere, and that keeps no join out of it', () => {
  const { audit, deeds, clocks } = opened();
  for (let nth = 0; nth < 5000; nth += 1) audit.refused('unknown', { ...newcomer, address: `10.0.0.${nth}` });
  expect(deeds).toHaveLength(128);
  audit.joined('edge-1', newcomer);
  clocks.pass(hour);
  audit.refused('unknown', newcomer);
  expect(deeds.map(({ action }) => action).slice(-2)).toEqual(['node.joined', 'node.refused']);
  expect(deeds.at(-1)?.details).toMatchObject({ untold: 5000 - 128 });
});

it('lets nobody wait for the store, and says in the log what it could not write', async () => {
  const { audit, errors } = opened(() => Promise.reject(new Error('away')));
  audit.joined('edge-1', newcomer);
  await expect.poll(() => errors).toHaveLength(1);
});
