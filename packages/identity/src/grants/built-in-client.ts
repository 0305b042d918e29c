import { type AccountId, builtInClient, type FillRandom, newId } from '@signet/contracts';
import type { Grant } from '../ports/index.ts';

/** What signing in grants to Signet itself: all that the account has, for one audience. */
export function grantToBuiltInClient(
  accountId: AccountId,
  audience: string,
  now: number,
  random: FillRandom,
): Grant {
  return {
    id: newId('grant', random),
    accountId,
    clientId: builtInClient,
    scopes: 'all',
    audiences: [audience],
    grantedAt: now,
  };
}
