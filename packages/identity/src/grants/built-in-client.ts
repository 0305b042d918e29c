import { type AccountId, type FillRandom, newId } from '@signet/contracts';
import type { Grant } from '../ports/index.ts';

/** The `client_id` of tokens that sign-in itself issues (RFC 9068 §2.2 requires one). */
export const builtInClient = 'signet';

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
