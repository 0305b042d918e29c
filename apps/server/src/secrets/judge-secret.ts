import { type NeededSecret, refusal, SignetError, tellReference } from '@signet/contracts';

/** Characters: what 128 random bits are in base64url. Whoever shows one of a client may try others. */
const shortestOfClient = 22;

/**
 * Whether it can be what it is for. It is not compared with what others show, before that is known.
 * @throws SignetError `secret_unreadable`, which tells no more of it than its length
 */
export function judgeSecret({ key, reference }: NeededSecret, secret: string): void {
  if (!key.startsWith('clients.') || secret.length >= shortestOfClient) return;
  const reason = `${secret.length} characters`;
  const told = { reference: tellReference(reference), key, reason, least: shortestOfClient };
  throw new SignetError(refusal('secret_unreadable.unfit', told));
}
