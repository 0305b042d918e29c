import { createHash } from 'node:crypto';
import type { SingleWhose } from '@signet/contracts';
import type { TrustedToken } from '@signet/trust/bearer';
import { addressBudget } from '../request/client-address.ts';
import type { CompiledLimit } from '../snapshot/compiled-limit.ts';
import { claimAt } from '../token/claim-at.ts';

/** A token without the claim shares one budget with all others without it: leaving it out must not be a way around. */
export function budgetName(
  { by, prefix }: Pick<CompiledLimit, 'by' | 'prefix'>,
  token: TrustedToken | undefined,
  address: string,
): string {
  if (by.kind !== 'mix') return prefix + ownerOf(by, token, address);
  // As JSON, so that no two combinations have one name.
  return prefix + bounded(JSON.stringify(by.of.map((each) => ownerOf(each, token, address))));
}

function ownerOf(by: SingleWhose, token: TrustedToken | undefined, address: string): string {
  if (by.kind === 'route') return '';
  return by.kind === 'address' ? addressBudget(address) : claimBudget(claimAt(token?.claims ?? {}, by.claim));
}

/** As JSON, so that no two values share a budget: not `7` and `"7"`, nor two texts that UTF-8 has no bytes for. */
function claimBudget(value: unknown): string {
  return value === undefined || value === null ? '' : bounded(JSON.stringify(value));
}

const longestValue = 128;

function bounded(value: string): string {
  if (value.length <= longestValue) return value;
  // The mark is no beginning of JSON: a claim that spells out the digest of another has a budget of its own.
  return `#${createHash('sha256').update(value).digest('base64url')}`;
}
