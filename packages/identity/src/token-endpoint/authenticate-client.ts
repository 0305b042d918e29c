import { refusal } from '@signet/contracts';
import { matchesSecret } from '../clients/client-secret.ts';
import type { ClientDirectory, RegisteredClient } from '../clients/registered-client.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { LoginThrottle } from '../ports/index.ts';
import type { ClientProof } from './read-client-proof.ts';

/** Longer names no client has; they count as one name, so that nobody fills the throttle with long ones. */
const longestId = 63;

/**
 * The client, if the secret is its own. The right secret always passes, whoever else failed before: 256 random bits are
 * not found by trying, so that slowing the owner would protect nothing. Wrong ones are counted by client, address and
 * network; an unknown client and a wrong secret get the same answer. A public client has nothing to prove itself with, and
 * what stands for the person has to (RFC 6749 §3.2.1).
 */
export async function authenticateClient(
  { id, secret }: ClientProof,
  address: string,
  parts: { readonly clients: ClientDirectory; readonly clientThrottle: LoginThrottle },
): Promise<Outcome<RegisteredClient>> {
  const client = id.length > longestId ? undefined : await parts.clients.find(id);
  if (secret === undefined) {
    return client?.type === 'public' ? passed(client) : denied(refusal('client_invalid.none'));
  }
  if (matchesSecret(secret, client?.secretHashes ?? []) && client !== undefined) return passed(client);
  const username = id.length > longestId ? '' : id;
  const attempt = await parts.clientThrottle.begin({ username, address });
  if (attempt.kind === 'attempt') return denied(refusal('client_invalid.wrong'));
  const { retryAfter } = attempt;
  return denied(refusal('client_throttled', { wait: retryAfter }), retryAfter);
}
