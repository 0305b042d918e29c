import { refusal, type TokenGrant } from '@signet/contracts';
import { beginAgreed } from '../consents/begin-agreed.ts';
import { type ConsentParts, noteUse } from '../consents/standing-consent.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import {
  checkOrganizationOfClient,
  type OrganizationOfTokenParts,
} from '../organizations/organization-of-token.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import { givenToClient } from '../refresh/given-for.ts';
import { toSeconds } from '../seconds.ts';
import type { BeginFamilyParts } from '../sessions/begin-family.ts';
import { type FindLiveParts, findLive } from '../sessions/find-live.ts';
import { type AnswerGrantParts, answerGrant } from '../token-endpoint/answer-grant.ts';
import type { Asked } from '../token-endpoint/asked.ts';
import { required } from '../token-endpoint/required.ts';
import type { DeviceRequests } from './device-requests.ts';

export interface GrantToDeviceParts
  extends FindLiveParts,
    BeginFamilyParts,
    AnswerGrantParts,
    ConsentParts,
    OrganizationOfTokenParts {
  readonly deviceRequests: DeviceRequests;
  readonly proveSigning: KeyRing['prove'];
}

/**
 * `grant_type=urn:ietf:params:oauth:grant-type:device_code` (RFC 8628 §3.4): the tokens of the person who allowed it, in the
 * session in which they did, so that one log-out ends the device's as well. Given out once.
 */
export async function grantToDevice(
  { request, client, now, proofKey }: Asked,
  parts: GrantToDeviceParts,
): Promise<Outcome<TokenGrant>> {
  const given = required(request, ['device_code']);
  if (given.kind === 'denied') return given;
  const found = await parts.deviceRequests.ofDevice(given.value.device_code);
  if (found?.request.clientId !== client.id) return expired;
  const { device, request: asked } = found;
  const interval = await parts.deviceRequests.tooSoon(device);
  if (interval !== undefined) return denied(refusal('device_too_fast', { seconds: interval }));
  const answered = await parts.deviceRequests.answered(device);
  if (answered === undefined) return pending;
  if (answered === 'denied') return saidNo;
  await parts.replica.catchUp();
  if (parts.replica.clientRevoked(client.id, toSeconds(asked.askedAt))) return expired;
  const { scopes, audience } = asked;
  const { audiences, otherwise } = givenToClient(client);
  if (!audiences.includes(audience)) return otherwise;
  const { sid, ...of } = answered;
  const fits = await checkOrganizationOfClient(client, of.organization, parts);
  if (fits.kind === 'denied') return fits;
  const whose = await findLive(sid, parts);
  const added =
    whose &&
    (await parts.askAhead({ clientId: client.id, scopes, audiences: [audience], ...of }, whose.account));
  // What the person allowed is given out once, so not where nothing signs the tokens.
  await parts.proveSigning();
  if (!(await parts.deviceRequests.useUp(device))) return expired;
  const person = await findLive(sid, parts);
  const key = client.type === 'public' && proofKey !== undefined ? { proofKey } : {};
  if (person === undefined) return ended;
  const granted = { clientId: client.id, scopes, audience, ...of };
  const live = await beginAgreed(person, { ...granted, ...key }, client, parts);
  if (live === 'session_over') return ended;
  if (live === 'withdrawn') return withdrawn;
  await noteUse({ ...granted, accountId: person.account.id }, client, parts);
  return passed(await answerGrant({ ...live, client, account: person.account, now, proofKey, added }, parts));
}

const pending: Denied = denied(refusal('device_pending'));
const saidNo: Denied = denied(refusal('device_denied'));
const expired: Denied = denied(refusal('device_expired'));
const withdrawn: Denied = denied(refusal('session_ended.consent'));
const ended: Denied = denied(refusal('session_ended.session'));
