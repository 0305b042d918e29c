import { refusal, type TokenRequest } from '@signet/contracts';
import { denied, type Outcome, passed } from '../outcome.ts';
import { assertionType, type ClientAssertion, readAssertion } from './read-assertion.ts';

/** Which client the request says it comes from, and what is to prove it. */
export type ClientProof =
  | { readonly kind: 'none'; readonly id: string }
  | { readonly kind: 'secret'; readonly id: string; readonly secret: string }
  | ({ readonly kind: 'assertion' } & ClientAssertion);

type ProofParameters = Pick<
  TokenRequest,
  'client_id' | 'client_secret' | 'client_assertion' | 'client_assertion_type'
>;

/** RFC 6749 §2.3, RFC 7521 §4.2: in the header or in the form, and never in more ways than one. */
export function readClientProof(
  authorization: string | undefined,
  form: ProofParameters,
): Outcome<ClientProof> {
  const { client_id: id, client_secret: secret, client_assertion: assertion } = form;
  const ways = [authorization, secret, assertion].filter((way) => way !== undefined);
  if (ways.length > 1) return denied(refusal('token_request_invalid.two_proofs'));
  if (assertion !== undefined) return proofByAssertion(assertion, form);
  if (authorization !== undefined) return proofByHeader(authorization, id);
  if (id === undefined) return denied(refusal('client_invalid.none'));
  return passed(secret === undefined ? { kind: 'none', id } : { kind: 'secret', id, secret });
}

function proofByAssertion(
  assertion: string,
  { client_id: id, client_assertion_type: type }: ProofParameters,
): Outcome<ClientProof> {
  const read = type === assertionType ? readAssertion(assertion) : undefined;
  if (read === undefined) return denied(refusal('client_invalid.assertion_unreadable'));
  if (id !== undefined && id !== read.id) return denied(refusal('token_request_invalid.two_clients'));
  return passed({ kind: 'assertion', ...read });
}

function proofByHeader(authorization: string, id: string | undefined): Outcome<ClientProof> {
  const proof = readBasic(authorization);
  if (proof === undefined) return denied(refusal('client_invalid.unreadable'));
  if (id !== undefined && id !== proof.id) return denied(refusal('token_request_invalid.two_clients'));
  return passed(proof);
}

/** RFC 7617 §2, with both halves form-encoded (RFC 6749 §2.3.1). */
function readBasic(authorization: string): ClientProof | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1];
  if (encoded === undefined) return undefined;
  const pair = /^([^:]+):(.+)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8'));
  const [id, secret] = [decodeForm(pair?.[1]), decodeForm(pair?.[2])];
  return id === undefined || secret === undefined ? undefined : { kind: 'secret', id, secret };
}

function decodeForm(text: string | undefined): string | undefined {
  if (text === undefined || /%(?![0-9a-f]{2})/i.test(text)) return undefined;
  return new URLSearchParams(`value=${text.replaceAll('&', '%26')}`).get('value') ?? undefined;
}
