import type { HashBy } from '@signet/contracts';
import { expect, it } from 'vitest';
import { placeBy } from './hash-key.ts';

const caller = { address: '10.0.0.1', claims: { org: { id: 7 } }, headers: ['X-Tenant', 'a'] };
const byClaim: HashBy = { kind: 'claim', claim: ['org', 'id'] };
const byHeader: HashBy = { kind: 'header', name: 'x-tenant' };
const byAddress: HashBy = { kind: 'address' };

it('is told by the value alone, whoever else the caller is', () => {
  const elsewhere = { ...caller, address: '10.0.0.2' };
  expect(placeBy(byClaim, elsewhere)).toBe(placeBy(byClaim, caller));
  expect(placeBy(byHeader, elsewhere)).toBe(placeBy(byHeader, caller));
  expect(placeBy(byAddress, elsewhere)).not.toBe(placeBy(byAddress, caller));
});

it('is that of the address where there is no such value', () => {
  const nobody = { ...caller, claims: {}, headers: [] };
  for (const by of [byClaim, byHeader]) expect(placeBy(by, nobody)).toBe(placeBy(byAddress, nobody));
});

it('takes no value of one kind for that of another', () => {
  const alike = { address: '7', claims: { org: { id: '7' } }, headers: ['x-tenant', '7'] };
  expect(new Set([byClaim, byHeader, byAddress].map((by) => placeBy(by, alike))).size).toBe(3);
});

it('hears all fields of a name', () => {
  const twice = { ...caller, headers: ['x-tenant', 'a', 'X-Tenant', 'b'] };
  expect(placeBy(byHeader, twice)).not.toBe(placeBy(byHeader, caller));
});
