import { type IssuingAlgorithm, type KeyId, refusal, SignetError } from '@signet/contracts';
import type { StoredSigningKey } from '../ports/index.ts';
import { safeToSignAt } from './key-states.ts';

export function keyTooNew(key: StoredSigningKey, now: number): SignetError {
  const values = { key: key.id, safe: instant(safeToSignAt(key)), now: instant(now) };
  return new SignetError(refusal('signing_key_too_new', values));
}

export function keyLive(key: KeyId, until: number, now: number): SignetError {
  return new SignetError(
    refusal('signing_key_in_use.live', { key, until: instant(until), now: instant(now) }),
  );
}

export function keyWaits({ id: key, algorithm }: StoredSigningKey, asked: IssuingAlgorithm): SignetError {
  return new SignetError(refusal('signing_key_in_use.waits', { key, algorithm, asked }));
}

export function keyUnknown(key: string): SignetError {
  return new SignetError(refusal('signing_key_unknown', { key }));
}

export function keysChanged(): SignetError {
  return new SignetError(refusal('signing_keys_changed'));
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
