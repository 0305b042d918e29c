import {
  type ClientGrant,
  clientGrants,
  refusal,
  type TokenGrant,
  type TokenRequest,
  type WallClock,
} from '@signet/contracts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import { denied, type Outcome } from '../outcome.ts';
import { type AuthenticateClientParts, authenticateClient } from './authenticate-client.ts';
import { type ExchangeCodeParts, exchangeCode } from './exchange-code.ts';
import { type ExchangeTokenParts, exchangeToken } from './exchange-token.ts';
import { type GrantToClientParts, grantToClient } from './grant-to-client.ts';
import { readClientProof } from './read-client-proof.ts';
import { type RefreshForClientParts, refreshForClient } from './refresh-for-client.ts';

export interface GrantParts
  extends AuthenticateClientParts,
    GrantToClientParts,
    ExchangeCodeParts,
    ExchangeTokenParts,
    RefreshForClientParts {
  readonly wall: WallClock;
}

/** What of a request for a token does not stand in its form. */
export interface RequestFrom {
  readonly authorization: string | undefined;
  readonly address: string;
}

type GrantStep = (
  request: TokenRequest,
  client: RegisteredClient,
  now: number,
  parts: GrantParts,
) => Promise<Outcome<TokenGrant>>;

const steps: { readonly [Grant in ClientGrant]: GrantStep } = {
  authorization_code: exchangeCode,
  refresh_token: refreshForClient,
  client_credentials: grantToClient,
  'urn:ietf:params:oauth:grant-type:token-exchange': exchangeToken,
};

/** The checks of `POST /oauth/token`, in their order. */
export async function grantToken(
  request: TokenRequest,
  { authorization, address }: RequestFrom,
  parts: GrantParts,
): Promise<Outcome<TokenGrant>> {
  // Before the client is read: who revokes what a client has, once it is gone, names every token dated up to then.
  const now = parts.wall();
  if (request.grant_type === undefined) return denied(refusal('token_request_invalid.no_grant_type'));

  const proof = readClientProof(authorization, request);
  if (proof.kind === 'denied') return proof;
  const client = await authenticateClient(proof.value, address, parts);
  if (client.kind === 'denied') return client;

  const grant = clientGrants.find((each) => each === request.grant_type);
  if (grant === undefined) {
    return denied(refusal('grant_type_unsupported', { supported: clientGrants.join(', ') }));
  }
  if (!client.value.grants.includes(grant)) return denied(refusal('client_not_allowed', { grant }));
  return steps[grant](request, client.value, now, parts);
}
