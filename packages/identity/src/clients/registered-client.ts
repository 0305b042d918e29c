import type { Client, ClientsConfiguration } from '@signet/contracts';

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

/** @param configured Asked at each request, so that a reloaded configuration counts at once. */
export function createClientDirectory(configured: () => ClientsConfiguration): ClientDirectory {
  return {
    async find(id) {
      const clients = configured();
      const client = Object.hasOwn(clients, id) ? clients[id] : undefined;
      return client && { ...client, id };
    },
    async hasOrigin(origin) {
      return Object.values(configured()).some(({ origins }) => origins.includes(origin));
    },
  };
}
