import type { Client } from '../../../clients/client.ts';
import type { SecretReference } from '../../fields/secret-reference.ts';

/** By `client_id`. */
export type ClientsConfiguration = Readonly<Record<string, ConfiguredClient>>;

export interface ConfiguredClient extends Client {
  /** Of each secret that is good: its SHA-256, in base64url. Two, while one takes the place of the other. */
  readonly secretHashes: readonly string[];
  /** Where secrets of it are that are good as well. */
  readonly secretReferences?: readonly SecretReference[];
}
