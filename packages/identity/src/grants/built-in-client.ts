import {
  type AccountId,
  builtInClient,
  type FillRandom,
  newId,
  type OrganizationId,
} from '@signet/contracts';
import type { Grant } from '../ports/index.ts';

/** What signing in grants to Signet itself: all that the account has, for one audience. */
export function grantToBuiltInClient(
  {
    accountId,
    audience,
    organization,
  }: {
    readonly accountId: AccountId;
    readonly audience: string;
    readonly organization?: OrganizationId | undefined;
  },
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
    ...(organization === undefined ? {} : { organization }),
  };
}
