import type { Client } from '../../../clients/client.ts';

/** By `client_id`. */
export type ClientsConfiguration = Readonly<Record<string, ConfiguredClient>>;

export interface ConfiguredClient extends Client {
  /** Of each secret that is good: its SHA-256, in base64url. Two, while one takes the place of the other. */
  readonly secretHashes: readonly string[];
}
