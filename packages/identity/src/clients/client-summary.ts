import type {
  ClientSummary,
  ClientsAnswer,
  ClientsConfiguration,
  ClientsQuery,
  ConfiguredClient,
} from '@signet/contracts';
import type { ClientStore, StoredClient } from '../ports/index.ts';
import { goodSecrets } from './registered-client.ts';

/** What `If-Match` must say (RFC 9110 §8.8.3). */
export function tagOf({ version }: StoredClient): string {
  return `"${version}"`;
}

/** Without hashes: whoever reads it can try nothing. */
export function summaryOfStored(stored: StoredClient, now: number): ClientSummary {
  const { secrets, version: _version, removedAt: _removedAt, registration: _, ...client } = stored;
  return {
    ...client,
    source: 'store',
    secrets: goodSecrets(secrets, now).map(({ hash: _hash, ...told }) => told),
    etag: tagOf(stored),
  };
}

export function summaryOfConfigured(id: string, client: ConfiguredClient): ClientSummary {
  const { secretHashes, ...told } = client;
  return { ...told, id, source: 'configuration', secrets: secretHashes.map(() => ({})) };
}

/** One page of both, by id in the order of their characters. */
export async function listClients(
  { limit, after }: ClientsQuery,
  configured: ClientsConfiguration,
  store: ClientStore,
  now: number,
): Promise<ClientsAnswer> {
  const declared = Object.entries(configured)
    .filter(([id]) => after === undefined || id > after)
    .map(([id, client]) => summaryOfConfigured(id, client));
  const stored = await store.list(after, limit + 1);
  const all = [...declared, ...stored.map((client) => summaryOfStored(client, now))];
  all.sort((one, other) => (one.id < other.id ? -1 : 1));
  const clients = all.slice(0, limit);
  const last = clients.at(-1);
  return all.length > limit && last !== undefined ? { clients, next: last.id } : { clients };
}
