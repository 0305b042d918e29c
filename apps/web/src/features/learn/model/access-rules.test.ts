import { describe, expect, it } from 'vitest';
import { type CallerName, decideAccess, type RequestName } from './access-rules.ts';

const now = 1_800_000_000;
const expected: readonly (readonly [CallerName, RequestName, boolean])[] = [
  ['customer', 'read-own', true],
  ['customer', 'read-other', false],
  ['customer', 'refund', false],
  ['support', 'read-own', true],
  ['support', 'read-other', true],
  ['support', 'refund', true],
  ['auditor', 'read-own', true],
  ['auditor', 'read-other', true],
  ['auditor', 'refund', false],
];

describe('who may do what', () => {
  it.each(expected)('%s, %s: %s', async (caller, request, allowed) => {
    expect((await decideAccess(caller, request, now)).allowed).toBe(allowed);
  });
});
