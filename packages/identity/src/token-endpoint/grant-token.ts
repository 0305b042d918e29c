import {
  addresses,
  type ClientGrant,
  clientGrants,
  refusal,
  type TokenGrant,
  type TokenRequest,
  type WallClock,
} from '@signet/contracts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import { type GrantToDeviceParts, grantToDevice } from '../device/grant-to-device.ts';
import { type CheckProofParts, checkProof } from '../dpop/check-proof.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { Asked } from './asked.ts';
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
    GrantToDeviceParts,
    CheckProofParts,
    RefreshForClientParts {
  readonly wall: WallClock;
}

/** What of a request for a token does not stand in its form. */
export interface RequestFrom {
  readonly authorization: string | undefined;
  /** The header `DPoP`. */
  readonly proof: string | undefined;
  readonly address: string;
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
  { authorization, address, proof: dpop }: RequestFrom,
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
  const proofKey = await provenKey(dpop, client.value, parts);
  if (proofKey.kind === 'denied') return proofKey;
  return steps[grant]({ request, client: client.value, now, proofKey: proofKey.value }, parts);
}

/** The key that the client has, if it shows one (RFC 9449 §5); what it holds of others is not used up before that. */
async function provenKey(
  proof: string | undefined,
  { dpop }: RegisteredClient,
  parts: GrantParts,
): Promise<Outcome<string | undefined>> {
  if (proof !== undefined) {
    return checkProof(proof, { method: 'POST', url: parts.issuer + addresses.requestToken.path }, parts);
  }
  return dpop === true ? denied(refusal('dpop_proof_invalid.missing')) : passed(undefined);
}
