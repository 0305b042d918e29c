import { addresses, refusal, type SignetRefusal } from '@signet/contracts';
import type { PresentedCertificate } from '../certificates/certificate-door.ts';
import { faultOfCertificate } from '../certificates/check-certificate.ts';
import { matchesSecret } from '../clients/client-secret.ts';
import type { ClientDirectory, RegisteredClient } from '../clients/registered-client.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { LoginThrottle } from '../ports/index.ts';
import { type CheckAssertionParts, checkAssertion } from './check-assertion.ts';
import type { ClientAssertion } from './read-assertion.ts';
import type { ClientProof } from './read-client-proof.ts';

/** Longer names no client has; they count as one name, so that nobody fills the throttle with long ones. */
const longestId = 63;

export interface AuthenticateClientParts extends CheckAssertionParts {
  readonly issuer: string;
  readonly clients: ClientDirectory;
  readonly clientThrottle: LoginThrottle;
}

/** What of a request may prove a client besides its form. */
export interface ProofFrom {
  readonly address: string;
  readonly certificate: PresentedCertificate | undefined;
}

/**
 * The client, if the proof is its own. The right one always passes, whoever else failed before: 256 random bits and the
 * signature of a key are not found by trying, so that slowing the owner would protect nothing. Wrong ones are counted by
 * client, address and network; an unknown client and a wrong proof get the same answer. A public client has nothing to
 * prove itself with, and what stands for the person has to (RFC 6749 §3.2.1). Who is to show a certificate shows it and nothing
 * else: a secret in its place proves nothing.
 */
export async function authenticateClient(
  proof: ClientProof,
  from: ProofFrom,
  parts: AuthenticateClientParts,
): Promise<Outcome<RegisteredClient>> {
  const client = proof.id.length > longestId ? undefined : await parts.clients.find(proof.id);
  const expected = client?.certificate;
  if (proof.kind === 'none' && expected === undefined) {
    return client?.type === 'public' ? passed(client) : denied(refusal('client_invalid.none'));
  }
  const fault =
    expected === undefined
      ? await faultOfProof(proof, client, parts)
      : proof.kind === 'none'
        ? faultOfCertificate(expected, from.certificate, parts.wall())
        : noCertificate;
  if (fault === undefined && client !== undefined) return passed(client);
  return failed(proof.id, from.address, fault ?? wrong, parts.clientThrottle);
}

async function faultOfProof(
  proof: ClientProof,
  client: RegisteredClient | undefined,
  parts: AuthenticateClientParts,
): Promise<SignetRefusal | undefined> {
  if (proof.kind === 'secret') return faultOfSecret(proof.secret, client);
  return proof.kind === 'assertion' ? faultOfAssertion(proof, client, parts) : wrong;
}

function faultOfSecret(secret: string, client: RegisteredClient | undefined): SignetRefusal | undefined {
  return matchesSecret(secret, client?.secretHashes ?? []) ? undefined : wrong;
}

/** By the name of the issuer or of its token endpoint, which other endpoints take as well (RFC 9126 §2). */
async function faultOfAssertion(
  assertion: ClientAssertion,
  client: RegisteredClient | undefined,
  parts: AuthenticateClientParts,
): Promise<SignetRefusal | undefined> {
  if (client === undefined) return unproven;
  const audiences = [parts.issuer, parts.issuer + addresses.requestToken.path];
  const fault = await checkAssertion(assertion, client, audiences, parts);
  return fault === 'unproven' ? unproven : fault;
}

/** How a failed proof is answered: as what it is, or not at all for a while. */
async function failed(
  id: string,
  address: string,
  fault: SignetRefusal,
  throttle: LoginThrottle,
): Promise<Outcome<never>> {
  const attempt = await throttle.begin({ username: id.length > longestId ? '' : id, address });
  if (attempt.kind === 'attempt') return denied(fault);
  const { retryAfter } = attempt;
  return denied(refusal('client_throttled', { wait: retryAfter }), retryAfter);
}

const noCertificate = refusal('client_invalid.certificate_missing');
const wrong = refusal('client_invalid.wrong');
const unproven = refusal('client_invalid.assertion_unproven');
