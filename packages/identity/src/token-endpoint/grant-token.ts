import {
  addresses,
  type ClientGrant,
  clientGrants,
  refusal,
  type TokenGrant,
  type TokenRequest,
  type WallClock,
} from '@signet/contracts';
import { type GrantToDeviceParts, grantToDevice } from '../device/grant-to-device.ts';
import type { CheckProofParts } from '../dpop/check-proof.ts';
import { denied, type Outcome } from '../outcome.ts';
import type { Asked } from './asked.ts';
import { type AuthenticateClientParts, authenticateClient, type ProofFrom } from './authenticate-client.ts';
import { type ExchangeCodeParts, exchangeCode } from './exchange-code.ts';
import { type ExchangeTokenParts, exchangeToken } from './exchange-token.ts';
import { type GrantToClientParts, grantToClient } from './grant-to-client.ts';
import { provenKey } from './proven-key.ts';
import { readClientProof } from './read-client-proof.ts';
import { type RefreshForClientParts, refreshForClient } from './refresh-for-client.ts';

export interface GrantParts
  extends AuthenticateClientParts,
    GrantToClientParts,
    ExchangeCodeParts,
    ExchangeTokenParts,
    GrantToDeviceParts,
    CheckProofParts,
    RefreshForClientParts {
  readonly wall: WallClock;
}

/** What of a request for a token does not stand in its form. */
export interface RequestFrom extends ProofFrom {
  readonly authorization: string | undefined;
  /** The header `DPoP`. */
  readonly proof: string | undefined;
}

type GrantStep = (asked: Asked, parts: GrantParts) => Promise<Outcome<TokenGrant>>;

const steps: { readonly [Grant in ClientGrant]: GrantStep } = {
  authorization_code: exchangeCode,
  refresh_token: refreshForClient,
  client_credentials: grantToClient,
  'urn:ietf:params:oauth:grant-type:device_code': grantToDevice,
  'urn:ietf:params:oauth:grant-type:token-exchange': exchangeToken,
};

/** The checks of `POST /oauth/token`, in their order. */
export async function grantToken(
  request: TokenRequest,
  from: RequestFrom,
  parts: GrantParts,
): Promise<Outcome<TokenGrant>> {
  // Before the client is read: who revokes what a client has, once it is gone, names every token dated up to then.
  const now = parts.wall();
  if (request.grant_type === undefined) return denied(refusal('token_request_invalid.no_grant_type'));

  const proof = readClientProof(from.authorization, request);
  if (proof.kind === 'denied') return proof;
  const client = await authenticateClient(proof.value, from, parts);
  if (client.kind === 'denied') return client;

  const grant = clientGrants.find((each) => each === request.grant_type);
  if (grant === undefined) {
    return denied(refusal('grant_type_unsupported', { supported: clientGrants.join(', ') }));
  }
  if (!client.value.grants.includes(grant)) return denied(refusal('client_not_allowed', { grant }));
  const proofKey = await provenKey(from, client.value, addresses.requestToken.path, parts);
  if (proofKey.kind === 'denied') return proofKey;
  return steps[grant]({ request, client: client.value, now, proofKey: proofKey.value }, parts);
}
