import { type NeededSecret, type SecretSummary, tellReference } from '@signet/contracts';
import type { HeldSecret } from './held-secret.ts';

/**
 * What seals the database is taken over by sealing anew, gateway processes are told where Redis is once, and a PIN that is
 * tried too often locks its token.
 */
const atStart: readonly string[] = [
  'identity.masterKey',
  'identity.previousMasterKey',
  'identity.keys.signer.pkcs11.pin',
  'REDIS_URL',
];

/** When it is read. What signs in at a store of secrets is read there, each time. */
export function readingOf({ key, reference }: NeededSecret): SecretSummary['reads'] {
  if (key.startsWith('secrets.')) return 'sign-in';
  return atStart.includes(key) || reference.kind === 'literal' ? 'start' : 'schedule';
}

/** The environment of a process does not change. */
export function isReadAgain(needed: NeededSecret): boolean {
  return readingOf(needed) === 'schedule' && needed.reference.kind !== 'env';
}

export function summaryOf(needed: NeededSecret, held: ReadonlyMap<string, HeldSecret>): SecretSummary {
  const { key, reference } = needed;
  const { kind } = reference;
  const told = tellReference(reference);
  const reads = readingOf(needed) === 'schedule' && kind === 'env' ? 'start' : readingOf(needed);
  const secret = readingOf(needed) === 'schedule' ? held.get(told) : undefined;
  const known = { key, reference: told, kind, reads };
  if (secret === undefined) return known;
  const { readAt, changedAt, failure, previous } = secret;
  return { ...known, readAt, changedAt, failure, previousUntil: previous[0]?.until };
}
