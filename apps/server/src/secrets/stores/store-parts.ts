import type { LocalSecretReference, SecretsConfiguration } from '@signet/contracts';
import type { AskServer } from '@signet/trust';
import type { SecretPlaces } from '../secret-places.ts';

/** What the clients of stores ask with; those of this machine outside tests. */
export interface StoreHost {
  readonly askServer?: AskServer;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

export interface StoreParts {
  readonly places: SecretPlaces;
  /** A secret of this machine, by which a store is opened. */
  readonly local: (reference: LocalSecretReference) => Promise<string>;
  readonly configuration: SecretsConfiguration;
  readonly host?: StoreHost;
}
