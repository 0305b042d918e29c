import { createHash } from 'node:crypto';
import type { ClientsConfiguration, ConfiguredClient } from '@signet/contracts';
import type { SecretKeeper } from './secret-keeper.ts';

/**
 * The declared clients as sign-in knows them: by hashes of their secrets, those that references lead to among them. They are
 * made anew once the file or a secret is another one, or an overlap is over.
 */
export function createDeclaredClients(
  clients: () => ClientsConfiguration,
  keeper: Pick<SecretKeeper, 'accepted' | 'revision'>,
): () => ClientsConfiguration {
  let made: { from: ClientsConfiguration; revision: number; clients: ClientsConfiguration } | undefined;
  return () => {
    const from = clients();
    const revision = keeper.revision();
    if (made?.from !== from || made.revision !== revision) {
      made = { from, revision, clients: withHashes(from, keeper) };
    }
    return made.clients;
  };
}

function withHashes(
  clients: ClientsConfiguration,
  keeper: Pick<SecretKeeper, 'accepted'>,
): ClientsConfiguration {
  const hashed = Object.entries(clients).map(([id, client]) => [id, hashedClient(client, keeper)] as const);
  return Object.fromEntries(hashed);
}

function hashedClient(
  { secretReferences = [], ...client }: ConfiguredClient,
  { accepted }: Pick<SecretKeeper, 'accepted'>,
): ConfiguredClient {
  const hashes = secretReferences.flatMap((reference) => accepted(reference).map(sha256));
  return { ...client, secretHashes: [...client.secretHashes, ...hashes] };
}

function sha256(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
