import type { PostgresServer } from '@signet/testing/servers';
import { openPostgres } from '../postgres/open.ts';

/** Empty databases with all tables, of which the first alone is brought there step by step. */
export class MigratedDatabases {
  readonly #server: () => PostgresServer;
  #first: Promise<string> | undefined;

  constructor(server: () => PostgresServer) {
    this.#server = server;
  }

  async create(): Promise<string> {
    this.#first ??= this.#migrate();
    return this.#server().createDatabase(await this.#first);
  }

  async #migrate(): Promise<string> {
    const url = await this.#server().createDatabase();
    const database = await openPostgres({ url });
    await database.close();
    return url;
  }
}
