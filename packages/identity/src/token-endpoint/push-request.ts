import { addresses, type PushedRequest, type PushedRequestAnswer, refusal } from '@signet/contracts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import { type CheckProofParts, checkProof } from '../dpop/check-proof.ts';
import type { AskEngine, EngineAnswer } from '../oidc/engine-desk.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import { type AuthenticateClientParts, authenticateClient } from './authenticate-client.ts';
import type { RequestFrom } from './grant-token.ts';
import { readClientProof } from './read-client-proof.ts';

export interface PushRequestParts extends AuthenticateClientParts, CheckProofParts {
  readonly askEngine: AskEngine;
}

/**
 * `POST /oauth/par` (RFC 9126): the client proves itself as at the token endpoint, and the request is checked as it would be
 * at `/oauth/authorize`. What the person brings later is its name alone, which nobody can change on the way.
 */
export async function pushRequest(
  form: PushedRequest,
  from: RequestFrom,
  parts: PushRequestParts,
): Promise<Outcome<PushedRequestAnswer>> {
  const proof = readClientProof(from.authorization, form);
  if (proof.kind === 'denied') return proof;
  const authenticated = await authenticateClient(proof.value, from, parts);
  if (authenticated.kind === 'denied') return authenticated;
  const client = authenticated.value;
  if (!client.grants.includes('authorization_code')) {
    return denied(refusal('client_not_allowed', { grant: 'authorization_code' }));
  }
  // RFC 9126 §2.1: it is what names such requests, and cannot stand in one.
  if (form['request_uri'] !== undefined) return nested;
  const proofKey = await provenKey(form, from.proof, parts);
  if (proofKey.kind === 'denied') return proofKey;
  const answer = await parts.askEngine({ ...requestIn(form), ...proofKey.value, client_id: client.id });
  return answer.kind === 'refused' ? denied(refusalOf(answer, client)) : passed(answerOf(answer));
}

const ofProof = ['client_secret', 'client_assertion', 'client_assertion_type'];

function requestIn(form: PushedRequest): Readonly<Record<string, string>> {
  const pairs = Object.entries(form).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return Object.fromEntries(pairs.filter(([name]) => !ofProof.includes(name)));
}

/** A proof here binds the code to its key (RFC 9449 §10.1). */
async function provenKey(
  { dpop_jkt: named }: PushedRequest,
  proof: string | undefined,
  parts: PushRequestParts,
): Promise<Outcome<{ readonly dpop_jkt?: string }>> {
  if (proof === undefined) return passed({});
  const url = parts.issuer + addresses.pushRequest.path;
  const key = await checkProof(proof, { method: 'POST', url }, parts);
  if (key.kind === 'denied') return key;
  if (named !== undefined && named !== key.value) return otherKey;
  return passed({ dpop_jkt: key.value });
}

function refusalOf(
  { error, detail }: Extract<EngineAnswer, { kind: 'refused' }>,
  { audiences }: RegisteredClient,
) {
  if (error === 'invalid_target')
    return refusal('resource_not_allowed.listed', { allowed: audiences.join(', ') || '-' });
  if (error === 'unsupported_response_type') return refusal('response_type_unsupported');
  return refusal('authorization_request_invalid.other', { detail });
}

function answerOf({ request_uri, expires_in }: PushedRequestAnswer): PushedRequestAnswer {
  return { request_uri, expires_in };
}

const nested: Denied = denied(
  refusal('authorization_request_invalid.other', { detail: '`request_uri` in a request that is pushed' }),
);
const otherKey: Denied = denied(
  refusal('dpop_proof_invalid.rule', { detail: '`dpop_jkt` is the thumbprint of another key' }),
);
