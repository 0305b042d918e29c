import { refusal, type TokenRequest } from '@signet/contracts';
import { denied, type Outcome, passed } from '../outcome.ts';

/** Which client the request says it comes from, and the secret that is to prove it. */
export interface ClientProof {
  readonly id: string;
  /** Absent of a client that says it has none. */
  readonly secret?: string;
}

/** RFC 6749 §2.3: in the header or in the form, and never in both. */
export function readClientProof(
  authorization: string | undefined,
  { client_id: id, client_secret: secret }: TokenRequest,
): Outcome<ClientProof> {
  if (authorization === undefined) {
    if (id === undefined) return denied(refusal('client_invalid.none'));
    return passed(secret === undefined ? { id } : { id, secret });
  }
  if (secret !== undefined) return denied(refusal('token_request_invalid.two_proofs'));
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
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

function decodeForm(text: string | undefined): string | undefined {
  if (text === undefined || /%(?![0-9a-f]{2})/i.test(text)) return undefined;
  return new URLSearchParams(`value=${text.replaceAll('&', '%26')}`).get('value') ?? undefined;
}
