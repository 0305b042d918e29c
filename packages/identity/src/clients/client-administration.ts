import {
  type AddClientRequest,
  type AddClientSecretRequest,
  type AuditAction,
  builtInClient,
  type Client,
  type ClientSummary,
  type ClientsAnswer,
  type ClientsConfiguration,
  type ClientsQuery,
  type ClientWithSecret,
  type FillRandom,
  hasKeys,
  type RemoveClientAnswer,
  refusal,
  SignetError,
  type WallClock,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { ClientStore, ConsentStore, StoredClient } from '../ports/index.ts';
import type { Revoke } from '../revocations/revoke.ts';
import type { LatestIssue } from '../tokens/latest-issue.ts';
import { hashClientSecret, mostSecrets, newClientSecret } from './client-secret.ts';
import { listClients, summaryOfConfigured, summaryOfStored, tagOf } from './client-summary.ts';
import { configuredClient, goodSecrets } from './registered-client.ts';

/**
 * Clients, as an administrator may change them. What does not exist is refused with `client_unknown`, what stands in the
 * configuration with `client_configured`, and what another changed at the same time with `client_changed`.
 */
export interface ClientAdministration {
  list(query: ClientsQuery): Promise<ClientsAnswer>;
  show(id: string): Promise<ClientSummary>;
  /** Rejects with `client_exists`. */
  add(request: AddClientRequest): Promise<ClientWithSecret>;
  change(id: string, ifMatch: string, client: Client): Promise<ClientSummary>;
  /** When it resolves, the gateways in reach refuse what was issued to it. May be repeated where it failed. */
  remove(id: string): Promise<RemoveClientAnswer>;
  /** Rejects with `client_public` or `client_has_keys`. */
  addSecret(id: string, request: AddClientSecretRequest): Promise<ClientWithSecret>;
  endEarlierSecrets(id: string): Promise<ClientSummary>;
}

export interface ClientAdministrationParts {
  readonly issuer: string;
  readonly configured: () => ClientsConfiguration;
  readonly store: ClientStore;
  readonly consents: Pick<ConsentStore, 'removeOfClient'>;
  readonly revoke: Revoke;
  readonly latestIssue: LatestIssue;
  readonly random: FillRandom;
  readonly wall: WallClock;
  readonly audit: Audit;
}

export function createClientAdministration(parts: ClientAdministrationParts): ClientAdministration {
  const { issuer, configured, store, random, wall } = parts;
  const summary = (client: StoredClient) => summaryOfStored(client, wall());

  async function stored(id: string): Promise<StoredClient> {
    const client = await store.find(id);
    if (client !== undefined) return client;
    const refused = configuredClient(configured(), id) === undefined ? 'client_unknown' : 'client_configured';
    throw new SignetError(refusal(refused, { client: id }));
  }

  const deedOn = (id: string, action: AuditAction) =>
    parts.audit.deed(action, { target: { kind: 'client', id } });

  async function replace(client: StoredClient, action: AuditAction): Promise<StoredClient> {
    const next = { ...client, version: client.version + 1 };
    if (await store.replace(next, deedOn(client.id, action))) return next;
    throw new SignetError(refusal('client_changed'));
  }

  function newSecret() {
    const secret = newClientSecret(random);
    return { secret, kept: { hash: hashClientSecret(secret), createdAt: wall() } };
  }

  return {
    list: (query) => listClients(query, configured(), store, wall()),
    async show(id) {
      const declared = configuredClient(configured(), id);
      return declared === undefined ? summary(await stored(id)) : summaryOfConfigured(id, declared);
    },
    async add(request) {
      const made = request.type === 'confidential' && !hasKeys(request) ? newSecret() : undefined;
      const secrets = made === undefined ? [] : [made.kept];
      const client = { ...request, secrets, createdAt: wall(), version: 1 };
      const taken = request.id === builtInClient || configuredClient(configured(), request.id) !== undefined;
      const added = taken ? 'exists' : await store.add(client, deedOn(request.id, 'client.added'));
      if (added === 'exists') throw new SignetError(refusal('client_exists'));
      return made === undefined
        ? { client: summary(client) }
        : { client: summary(client), secret: made.secret };
    },
    async change(id, ifMatch, client) {
      const before = await stored(id);
      if (ifMatch !== tagOf(before)) throw new SignetError(refusal('client_changed'));
      const secrets = client.type === 'public' || hasKeys(client) ? [] : before.secrets;
      const { createdAt, version, removedAt, registration } = before;
      const kept = {
        ...{ id, createdAt, version },
        ...(removedAt === undefined ? {} : { removedAt }),
        ...(registration === undefined ? {} : { registration }),
      };
      return summary(await replace({ ...client, ...kept, secrets }, 'client.changed'));
    },
    async remove(id) {
      const before = await stored(id);
      // First it gets no more tokens, then those that it has end: what fails in between can be repeated.
      if (before.removedAt === undefined) {
        await replace({ ...before, secrets: [], removedAt: wall() }, 'client.removed');
      }
      const issuedUpTo = parts.latestIssue.current();
      const target = { kind: 'client', issuer, clientId: id, issuedUpTo } as const;
      const { sequence } = await parts.revoke(target, 'client_removed');
      await parts.consents.removeOfClient(id);
      await store.remove(id);
      return { id, sequence };
    },
    async addSecret(id, { overlap }) {
      const before = await stored(id);
      if (before.type === 'public') throw new SignetError(refusal('client_public', { client: id }));
      if (hasKeys(before)) throw new SignetError(refusal('client_has_keys', { client: id }));
      const { secret, kept } = newSecret();
      const earlier = ending(before, wall() + overlap, wall());
      const secrets = [kept, ...earlier].slice(0, mostSecrets);
      const client = await replace({ ...before, secrets }, 'client.secret_added');
      return { client: summary(client), secret };
    },
    async endEarlierSecrets(id) {
      const before = await stored(id);
      const newest = { ...before, secrets: before.secrets.slice(0, 1) };
      return summary(await replace(newest, 'client.secrets_ended'));
    },
  };
}

/** The newest secret of before, until `at` at the latest; one that is over by then is gone now. */
function ending({ secrets }: StoredClient, at: number, now: number): StoredClient['secrets'] {
  const ended = secrets.map((secret) => ({ ...secret, expiresAt: Math.min(secret.expiresAt ?? at, at) }));
  return goodSecrets(ended, now).slice(0, 1);
}
