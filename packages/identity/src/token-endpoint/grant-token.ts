import { clientGrants, refusal, type TokenGrant, type TokenRequest, type WallClock } from '@signet/contracts';
import type { ClientDirectory } from '../clients/registered-client.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { LoginThrottle } from '../ports/index.ts';
import type { ClientTokenIssuer } from '../tokens/client-token.ts';
import { authenticateClient } from './authenticate-client.ts';
import { narrowAudience, narrowScopes } from './narrow-request.ts';
import { readClientProof } from './read-client-proof.ts';

export interface GrantParts {
  readonly issuer: string;
  readonly clients: ClientDirectory;
  readonly clientThrottle: LoginThrottle;
  readonly issueClientToken: ClientTokenIssuer;
  readonly wall: WallClock;
}

/** What of a request for a token does not stand in its form. */
export interface RequestFrom {
  readonly authorization: string | undefined;
  readonly address: string;
}

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

  const scopes = narrowScopes(request.scope, client.value);
  if (scopes.kind === 'denied') return scopes;
  const audience = narrowAudience(request, client.value, parts.issuer);
  if (audience.kind === 'denied') return audience;

  const { token, scope, expiresIn } = await parts.issueClientToken(
    { clientId: client.value.id, audience: audience.value, scopes: scopes.value },
    now,
  );
  const told = scope === '' ? {} : { scope };
  return passed({ access_token: token, token_type: 'Bearer', expires_in: expiresIn, ...told });
}
