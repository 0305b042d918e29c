import {
  type Configuration,
  refusal,
  type SecretReference,
  SignetError,
  secretsIn,
  tellReference,
} from '@signet/contracts';
import { createReadSecret } from './read-secret.ts';
import type { SecretPlaces } from './secret-places.ts';
import type { StoreHost } from './stores/store-parts.ts';

/** What a reference leads to, read before: what it names may have been taken out of the environment since. */
export type RevealSecret = (reference: SecretReference) => string;

export interface HeldSecrets {
  /** @throws SignetError `secret_unreadable` for one that was never held */
  readonly reveal: RevealSecret;
  /**
   * Reads what a configuration needs and is not held yet: at the start, and before another one is taken over.
   * @throws SignetError `secret_unreadable`, `secret_exposed`
   */
  hold(configuration: Pick<Configuration, 'secrets'>): Promise<void>;
}

/** Keys that open the database are read at the start alone, and are not kept as text. */
const readAtStart: readonly string[] = ['identity.masterKey', 'identity.previousMasterKey'];

export function createHeldSecrets(places: SecretPlaces, host?: StoreHost): HeldSecrets {
  const held = new Map<string, string>();
  return {
    reveal(reference) {
      if (reference.kind === 'literal') return reference.secret.reveal();
      const name = tellReference(reference);
      const secret = held.get(name);
      if (secret !== undefined) return secret;
      throw new SignetError(refusal('secret_unreadable.unread', { reference: name }));
    },
    async hold(configuration) {
      const read = createReadSecret(places, configuration.secrets, host);
      for (const { key, reference } of secretsIn(configuration)) {
        const name = tellReference(reference);
        const isHeld = reference.kind === 'literal' || held.has(name) || readAtStart.includes(key);
        if (!isHeld && !key.startsWith('secrets.')) held.set(name, await read(reference));
      }
    },
  };
}
