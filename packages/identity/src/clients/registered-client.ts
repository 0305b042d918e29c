import type { Client, ClientsConfiguration, ConfiguredClient, WallClock } from '@signet/contracts';
import type { ClientSecret, ClientStore } from '../ports/index.ts';

/** A client as it is checked: what was declared, and by what it proves itself. */
export interface RegisteredClient extends Client {
  /** Its `client_id`. */
  readonly id: string;
  /** The SHA-256 of each secret that is good now, in base64url. */
  readonly secretHashes: readonly string[];
  /** Where it is declared. */
  readonly source: 'configuration' | 'store';
}

/** An app of whoever runs this Signet, or somebody else's. */
export type OwnerOfOrigin = 'first-party' | 'third-party';

/** Of the stored clients that name one origin, so many are looked at: nobody has more apps on one. */
const mostOfOrigin = 64;

/** All clients there are. */
export interface ClientDirectory {
  find(id: string): Promise<RegisteredClient | undefined>;
  /** Whose pages come from there; a first party's where several name it. */
  whoseOrigin(origin: string): Promise<OwnerOfOrigin | undefined>;
  /** Whether pages from there are to have no access token of the session API. */
  hidesTokensFrom(origin: string): Promise<boolean>;
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
  async function ofOrigin(origin: string): Promise<readonly Client[]> {
    const declared = Object.values(configured()).filter(({ origins }) => origins.includes(origin));
    const stored = await store.ofOrigin(origin, mostOfOrigin);
    return [...declared, ...stored.filter(({ removedAt }) => removedAt === undefined)];
  }

  return {
    async find(id) {
      const declared = configuredClient(configured(), id);
      if (declared !== undefined) return { ...declared, id, source: 'configuration' };
      const stored = await store.find(id);
      if (stored === undefined || stored.removedAt !== undefined) return undefined;
      const { secrets, registration: _, ...client } = stored;
      const secretHashes = goodSecrets(secrets, wall()).map(({ hash }) => hash);
      return { ...client, secretHashes, source: 'store' };
    },
    async whoseOrigin(origin) {
      const all = await ofOrigin(origin);
      if (all.some(({ firstParty }) => firstParty)) return 'first-party';
      return all.length > 0 ? 'third-party' : undefined;
    },
    async hidesTokensFrom(origin) {
      return (await ofOrigin(origin)).some(({ browserTokens }) => browserTokens === 'cookie');
    },
  };
}

export function configuredClient(clients: ClientsConfiguration, id: string): ConfiguredClient | undefined {
  return Object.hasOwn(clients, id) ? clients[id] : undefined;
}

export function goodSecrets(secrets: readonly ClientSecret[], now: number): readonly ClientSecret[] {
  return secrets.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now);
}
