import { isId, type OrganizationId, type SessionId } from '@signet/contracts';
import type { ClientDirectory } from '../clients/registered-client.ts';
import type { ProtocolKind } from '../ports/index.ts';
import { type FindLiveParts, findLive } from '../sessions/find-live.ts';
import { engineClient } from './client-metadata.ts';
import { type EngineDocument, type KeptDocuments, keptDocuments } from './kept-document.ts';

export interface EngineAdapterParts extends FindLiveParts {
  readonly issuer: string;
  readonly protocol: Parameters<typeof keptDocuments>[1]['protocol'];
  readonly clients: ClientDirectory;
  /** Of the key that signs now. */
  readonly algorithm: string;
  /** Of which organisation the sign-in is that is being answered. */
  readonly organization: () => OrganizationId | undefined;
  /** What the engine is told of a second use. */
  readonly usedBefore: () => Error;
}

/** How the engine reaches what is stored, one for each of its models. */
export interface EngineAdapter {
  upsert(id: string, document: EngineDocument, expiresIn: number): Promise<void>;
  find(id: string): Promise<EngineDocument | undefined>;
  findByUid(uid: string): Promise<undefined>;
  findByUserCode(code: string): Promise<undefined>;
  consume(id: string): Promise<void>;
  destroy(id: string): Promise<void>;
  revokeByGrantId(id: string): Promise<void>;
}

const kinds: Readonly<Record<string, ProtocolKind>> = {
  AuthorizationCode: 'code',
  Interaction: 'interaction',
  Session: 'browser',
  PushedAuthorizationRequest: 'pushed_request',
};

/** @param model the engine's name of what it stores; one that it has no business with keeps nothing */
export function engineAdapter(model: string, parts: EngineAdapterParts): EngineAdapter {
  if (model === 'Client') return { ...nothing, find: (id) => findClient(id, parts) };
  const kind = kinds[model];
  if (kind === undefined) return nothing;
  const documents = keptDocuments(kind, parts);
  const find = async (id: string) => {
    const kept = await documents.find(id);
    return kept?.usedAt === undefined ? kept?.document : { ...kept.document, consumed: true };
  };
  return {
    ...nothing,
    async upsert(id, document, expiresIn) {
      // The engine would remember every browser that comes, signed in or not.
      if (kind === 'browser' && document['accountId'] === undefined) return;
      const organization = kind === 'code' ? parts.organization() : undefined;
      const kept = organization === undefined ? document : { ...document, organization };
      await documents.keep(id, kept, parts.wall() + expiresIn * 1000);
    },
    find: kind === 'browser' ? (id) => findBrowser(id, documents, parts) : find,
    ...(kind === 'pushed_request' ? { consume: (id) => useUp(id, documents, parts) } : {}),
    destroy: (id) => documents.remove(id),
  };
}

async function findClient(id: string, parts: EngineAdapterParts): Promise<EngineDocument | undefined> {
  const client = await parts.clients.find(id);
  const known = client && engineClient(client, parts.issuer, parts.algorithm);
  return known && { ...known };
}

/** A browser is signed in for as long as the session it points to: after a log-out by any door, nobody is. */
async function findBrowser(
  id: string,
  documents: KeptDocuments,
  parts: EngineAdapterParts,
): Promise<EngineDocument | undefined> {
  const document = (await documents.find(id))?.document;
  const live = isSession(document?.['uid']) ? await findLive(document['uid'], parts) : undefined;
  return live?.account.id === document?.['accountId'] ? document : undefined;
}

function isSession(uid: unknown): uid is SessionId {
  return isId('session', uid);
}

/** A request that was pushed is answered once; one that has expired meanwhile was checked when it was brought. */
async function useUp(id: string, documents: KeptDocuments, parts: EngineAdapterParts): Promise<void> {
  if ((await documents.use(id)) === 'used_before') throw parts.usedBefore();
}

async function refuse(): Promise<never> {
  throw new Error('The engine stores something that is not stored by it here.');
}

const none = async (): Promise<undefined> => undefined;

/** Using up and revoking are not left to the engine: its steps are not atomic. */
const nothing: EngineAdapter = {
  upsert: refuse,
  find: none,
  findByUid: none,
  findByUserCode: none,
  consume: refuse,
  destroy: none,
  revokeByGrantId: refuse,
};
