import { refusal } from '@signet/contracts';
import type { PresentedCertificate } from '../certificates/certificate-door.ts';
import { certificateThumbprint, goodNow } from '../certificates/check-certificate.ts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import { type CheckProofParts, checkProof } from '../dpop/check-proof.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import { type Binding, boundToCertificate } from '../tokens/binding.ts';

/** What a client may be bound by, beside what it asks. */
export interface KeyShown {
  /** The header `DPoP`. */
  readonly proof: string | undefined;
  readonly certificate: PresentedCertificate | undefined;
}

export interface ProvenKeyParts extends CheckProofParts {
  readonly issuer: string;
}

/**
 * What the tokens are to be bound to; what the client holds of others is not used up before that.
 * @param path of the endpoint that is asked, for which the proof must have been made
 */
export async function provenKey(
  { proof, certificate }: KeyShown,
  { dpop, certificateBound }: RegisteredClient,
  path: string,
  parts: ProvenKeyParts,
): Promise<Outcome<Binding | undefined>> {
  if (certificateBound === true) return boundByCertificate(proof, certificate, parts);
  if (proof !== undefined) return checkProof(proof, { method: 'POST', url: parts.issuer + path }, parts);
  return dpop === true ? denied(refusal('dpop_proof_invalid.missing')) : passed(undefined);
}

/** RFC 8705 §3: to whichever certificate the client shows, of an authority or its own. */
function boundByCertificate(
  proof: string | undefined,
  certificate: PresentedCertificate | undefined,
  { wall }: ProvenKeyParts,
): Outcome<Binding> {
  if (proof !== undefined) return twoBindings;
  if (certificate === undefined || !goodNow(certificate, wall())) return noCertificate;
  return passed(boundToCertificate(certificateThumbprint(certificate)));
}

const twoBindings: Denied = denied(refusal('token_request_invalid.two_bindings'));
const noCertificate: Denied = denied(refusal('token_request_invalid.certificate_missing'));
