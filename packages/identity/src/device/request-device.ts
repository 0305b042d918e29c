import { type DeviceAnswer, type DeviceRequest, refusal } from '@signet/contracts';
import { devicePath } from '../oidc/addresses.ts';
import { identityScopes } from '../oidc/identity-scopes.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import { type AuthenticateClientParts, authenticateClient } from '../token-endpoint/authenticate-client.ts';
import type { RequestFrom } from '../token-endpoint/grant-token.ts';
import { narrowAudience } from '../token-endpoint/narrow-request.ts';
import { readClientProof } from '../token-endpoint/read-client-proof.ts';
import { type DeviceRequests, deviceLifetime, pace } from './device-requests.ts';

export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

export interface RequestDeviceParts extends AuthenticateClientParts {
  readonly deviceRequests: DeviceRequests;
}

/** `POST /oauth/device_authorization` (RFC 8628 §3.1): a device without a browser gets a code to show, and one to ask with. */
export async function requestDevice(
  form: DeviceRequest,
  from: RequestFrom,
  parts: RequestDeviceParts,
): Promise<Outcome<DeviceAnswer>> {
  const proof = readClientProof(from.authorization, form);
  if (proof.kind === 'denied') return proof;
  const authenticated = await authenticateClient(proof.value, from, parts);
  if (authenticated.kind === 'denied') return authenticated;
  const client = authenticated.value;
  if (!client.grants.includes(deviceGrant))
    return denied(refusal('client_not_allowed', { grant: deviceGrant }));
  const allowed = [...identityScopes, ...client.scopes];
  const scopes = [...new Set((form.scope ?? '').split(' ').filter((scope) => scope !== ''))];
  if (!scopes.every((scope) => allowed.includes(scope))) {
    return denied(refusal('scope_not_allowed', { allowed: allowed.join(', ') }));
  }
  const audience = narrowAudience(form, client, parts.issuer);
  if (audience.kind === 'denied') return audience;
  const asked = { clientId: client.id, scopes, audience: audience.value };
  const { deviceCode, userCode } = await parts.deviceRequests.begin(asked);
  const page = parts.issuer + devicePath;
  return passed({
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: page,
    verification_uri_complete: `${page}?user_code=${userCode}`,
    expires_in: deviceLifetime / 1000,
    interval: pace.first,
  });
}
