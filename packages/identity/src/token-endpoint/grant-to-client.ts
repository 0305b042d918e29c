import type { TokenGrant } from '@signet/contracts';
import {
  type OrganizationOfTokenParts,
  organizationOfClient,
} from '../organizations/organization-of-token.ts';
import { type Outcome, passed } from '../outcome.ts';
import type { ClientTokenIssuer } from '../tokens/client-token.ts';
import { type Asked, tokenType } from './asked.ts';
import { narrowAudience, narrowScopes } from './narrow-request.ts';

export interface GrantToClientParts extends OrganizationOfTokenParts {
  readonly issuer: string;
  readonly issueClientToken: ClientTokenIssuer;
}

/** `grant_type=client_credentials` (RFC 6749 §4.4): a token for the client itself. */
export async function grantToClient(asked: Asked, parts: GrantToClientParts): Promise<Outcome<TokenGrant>> {
  const { request, client, now, proofKey } = asked;
  const scopes = narrowScopes(request.scope, client);
  if (scopes.kind === 'denied') return scopes;
  const audience = narrowAudience(request, client, parts.issuer);
  if (audience.kind === 'denied') return audience;

  const organization = await organizationOfClient(client, request.organization, parts);
  if (organization.kind === 'denied') return organization;
  const { token, scope, expiresIn } = await parts.issueClientToken(
    {
      clientId: client.id,
      audience: audience.value,
      scopes: scopes.value,
      roles: client.roles ?? [],
      proofKey,
      organization: organization.value,
    },
    now,
  );
  const told = scope === '' ? {} : { scope };
  return passed({ access_token: token, token_type: tokenType(asked), expires_in: expiresIn, ...told });
}
