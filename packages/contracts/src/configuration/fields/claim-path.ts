import { z } from 'zod';
import { allowed } from './allowed.ts';

/** `claims.sub`, or deeper: `claims.address.country`. Held as its members without the leading `claims`. */
export type ClaimPath = readonly string[];

const claimPathPattern = /^claims(?:\.[A-Za-z][A-Za-z0-9_-]{0,63}){1,8}$/;

/** `claims.address.country` → `['address', 'country']`; `undefined` for anything else. */
export function parseClaimPath(text: string): ClaimPath | undefined {
  if (!claimPathPattern.test(text)) return undefined;
  const members = text.split('.').slice(1);
  return members.some(reachesPrototype) ? undefined : members;
}

/** A path that names these would leave the claims and read the language's own objects. */
function reachesPrototype(member: string): boolean {
  return member === 'constructor' || member === 'prototype';
}

const claimPathMessage = allowed(
  'a claim: `claims.` and a name, at most eight deep',
  'Write it as `claims.sub` or `claims.address.country`.',
);

export const claimPathSchema: z.ZodType<ClaimPath, string> = z
  .string({ error: claimPathMessage })
  .refine((text) => parseClaimPath(text) !== undefined, { error: claimPathMessage })
  .transform((text) => parseClaimPath(text) ?? []);
