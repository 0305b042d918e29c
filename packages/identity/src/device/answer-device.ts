import { createHash } from 'node:crypto';
import type { FillRandom } from '@signet/contracts';
import { authorizePath, deviceDonePath } from '../oidc/addresses.ts';
import type { AskEngine } from '../oidc/engine-desk.ts';
import type { KeptDocuments } from '../oidc/kept-document.ts';
import { readCode } from '../oidc/read-code.ts';
import type { LoginThrottle } from '../ports/index.ts';
import type { DeviceRequests } from './device-requests.ts';
import { readUserCode } from './user-code.ts';

export interface AnswerDeviceParts {
  readonly issuer: string;
  readonly random: FillRandom;
  readonly deviceRequests: DeviceRequests;
  readonly deviceThrottle: LoginThrottle;
  readonly askEngine: AskEngine;
  readonly codes: KeptDocuments;
}

export type CodeTyped =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number }
  /** `secret` binds what follows to this browser. */
  | { readonly kind: 'known'; readonly secret: string; readonly to: string };

/**
 * The code that a person typed. Attempts are counted before the code is looked up, so that nobody tries many; right ones
 * count for nothing. The person then signs in and agrees as for any app, by a request that was made here and pushed: the device's
 * app is answered at an address of ours.
 */
export async function typeCode(typed: string, address: string, parts: AnswerDeviceParts): Promise<CodeTyped> {
  const attempt = await parts.deviceThrottle.begin({ username: address, address });
  if (attempt.kind === 'throttled') return { kind: 'wait', seconds: attempt.retryAfter };
  const userCode = readUserCode(typed);
  const found = userCode === undefined ? undefined : await parts.deviceRequests.ofUser(userCode);
  if (userCode === undefined || found === undefined) return { kind: 'wrong' };
  await attempt.abandoned();
  const verifier = Buffer.from(parts.random(new Uint8Array(32))).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const { clientId, scopes, audience } = found.request;
  const pushed = await parts.askEngine({
    client_id: clientId,
    redirect_uri: parts.issuer + deviceDonePath,
    response_type: 'code',
    prompt: 'consent',
    resource: audience,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(scopes.length === 0 ? {} : { scope: scopes.join(' ') }),
  });
  // The client may have been changed since the device asked.
  if (pushed.kind === 'refused') return { kind: 'wrong' };
  const secret = await parts.deviceRequests.link({ device: found.device, userCode, challenge });
  const query = new URLSearchParams({ client_id: clientId, request_uri: pushed.request_uri });
  return { kind: 'known', secret, to: `${authorizePath}?${query}` };
}

/** What came back from the sign-in: who agreed, or that nobody did. Counts for the browser in which the code was typed alone. */
export async function endSignIn(
  { code, error }: { readonly code?: string | undefined; readonly error?: string | undefined },
  secret: string | undefined,
  parts: AnswerDeviceParts,
): Promise<'done' | 'denied' | 'over'> {
  const link = secret === undefined ? undefined : await parts.deviceRequests.linked(secret);
  if (secret === undefined || link === undefined) return 'over';
  await parts.deviceRequests.unlink(secret);
  if (error === 'access_denied') {
    return (await parts.deviceRequests.answer(link, 'denied')) ? 'denied' : 'over';
  }
  const given = code === undefined ? undefined : await readCode(code, parts.codes);
  if (code === undefined || given === undefined) return 'over';
  const isOfThis = given.challenge === link.challenge && given.redirectUri === parts.issuer + deviceDonePath;
  if (!isOfThis || (await parts.codes.use(code)) !== 'used') return 'over';
  const { sid, organization } = given;
  const agreed = { sid, ...(organization === undefined ? {} : { organization }) };
  return (await parts.deviceRequests.answer(link, agreed)) ? 'done' : 'over';
}
