import type { SecretReference } from '@signet/contracts';
import { readSecret, type SecretPlaces } from './read-secret.ts';

/** What a reference leads to, read once: what it names may be taken out of the environment afterwards. */
export type RevealSecret = (reference: SecretReference) => string;

/**
 * Reads those that are known at the start now, so that a start fails where one of them leads nowhere; one that a reloaded
 * configuration brings, when it is asked for.
 * @throws SignetError `secret_unreadable`, `secret_exposed`
 */
export function holdSecrets(known: readonly SecretReference[], places: SecretPlaces): RevealSecret {
  const held = new Map<string, string>();
  const reveal: RevealSecret = (reference) => {
    if (reference.kind === 'literal') return reference.secret.reveal();
    const name = JSON.stringify(reference);
    const secret = held.get(name) ?? readSecret(reference, places);
    held.set(name, secret);
    return secret;
  };
  for (const reference of known) reveal(reference);
  return reveal;
}
