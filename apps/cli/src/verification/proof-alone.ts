import { parseToken } from '@signet/token/parse';
import {
  claimsOfProof,
  keyOfProof,
  lacksRequest,
  type ProfileName,
  uncheckedOfProof,
} from '@signet/token/profiles';
import { CommandFailure, usageFailure } from '../failure.ts';
import type { KeySource } from '../keys/read-key-text.ts';
import { namesKey, type UsableKey } from '../keys/read-key-text.ts';
import { withoutKey } from './check-proof.ts';
import type { ProfileOptions } from './profile-check.ts';

/** Whether the token is a DPoP proof that is to be held against the key inside it, no other being named. */
export function bringsItsKey(options: ProfileOptions & KeySource): boolean {
  return options.profile === 'dpop-proof' && !namesKey(options);
}

/**
 * The key inside a DPoP proof. What it signs says only that its holder was there: for whom is for the access token to say.
 * @throws CommandFailure where it brings no public key
 */
export function requireKey(proof: string): UsableKey {
  const key = keyOfProof(parseToken(proof));
  if (key !== undefined) return key;
  throw new CommandFailure(withoutKey().refusal);
}

/**
 * A proof is worth something for the request it was made for, and for no other.
 * @throws CommandFailure which names what would not have been checked
 */
export function requireRequest(profile: ProfileName | undefined, options: ProfileOptions): void {
  const { method, url } = options;
  const missing = uncheckedOfProof({ method, url, accessToken: true });
  if (profile !== 'dpop-proof' || !lacksRequest(missing)) return;
  const unchecked = missing.map((name) => claimsOfProof[name]);
  throw usageFailure({
    sentence: `A DPoP proof is made for one request, which is not named: ${unchecked.join(' and ')} would not be checked.`,
    expected: '--method and --url of the request that it came with',
    actual: method === undefined ? (url === undefined ? 'neither' : '--url alone') : '--method alone',
    fix: 'Name both, and with --access-token-file the token that came beside it (ath).',
  });
}
