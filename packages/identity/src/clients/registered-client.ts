import type { Client, ClientsConfiguration, ConfiguredClient, WallClock } from '@signet/contracts';
import type { ClientSecret, ClientStore } from '../ports/index.ts';

/** A client as it is checked: what was declared, and by what it proves itself. */
export interface RegisteredClient extends Client {
  /** Its `client_id`. */
  readonly id: string;
  /** The SHA-256 of each secret that is good now, in base64url. */
  readonly secretHashes: readonly string[];
}

/** All clients there are. */
export interface ClientDirectory {
  find(id: string): Promise<RegisteredClient | undefined>;
  /** Whether pages of any client come from there. */
  hasOrigin(origin: string): Promise<boolean>;
}

/**
 * Those of the configuration, then those that were added, asked at each request: a change counts at once, on every node.
 * @param configured Asked likewise, so that a reloaded configuration counts.
 */
export function createClientDirectory(
  configured: () => ClientsConfiguration,
  store: ClientStore,
  wall: WallClock,
): ClientDirectory {
  return {
    async find(id) {
      const declared = configuredClient(configured(), id);
      if (declared !== undefined) return { ...declared, id };
      const stored = await store.find(id);
      if (stored === undefined || stored.removedAt !== undefined) return undefined;
      const { secrets, ...client } = stored;
      return { ...client, secretHashes: goodSecrets(secrets, wall()).map(({ hash }) => hash) };
    },
    async hasOrigin(origin) {
      return Object.values(configured()).some(({ origins }) => origins.includes(origin));
    },
  };
}

export function configuredClient(clients: ClientsConfiguration, id: string): ConfiguredClient | undefined {
  return Object.hasOwn(clients, id) ? clients[id] : undefined;
}

export function goodSecrets(secrets: readonly ClientSecret[], now: number): readonly ClientSecret[] {
  return secrets.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now);
}
