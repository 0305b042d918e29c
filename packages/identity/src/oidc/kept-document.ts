import { createHash } from 'node:crypto';
import type { WallClock } from '@signet/contracts';
import type { ProtocolKind, ProtocolStore, ProtocolUse } from '../ports/index.ts';

/** What the engine writes down; which members it has is the engine's affair, and that of `engine-documents.ts`. */
export type EngineDocument = Readonly<Record<string, unknown>>;

/** A document with when it was first kept, in milliseconds since the epoch. */
export interface KeptDocument {
  readonly document: EngineDocument;
  readonly keptAt: number;
  readonly expiresAt: number;
  /** Absent while it is unused. */
  readonly usedAt?: number;
}

/** The documents of one kind, by the secret that names each. */
export interface KeptDocuments {
  find(secret: string): Promise<KeptDocument | undefined>;
  keep(secret: string, document: EngineDocument, expiresAt: number): Promise<void>;
  use(secret: string): Promise<ProtocolUse['kind'] | undefined>;
  remove(secret: string): Promise<void>;
}

/** Time is told by our clock alone: the engine is given documents without dates, and finds none that has expired. */
export function keptDocuments(
  kind: ProtocolKind,
  { protocol, wall }: { readonly protocol: ProtocolStore; readonly wall: WallClock },
): KeptDocuments {
  const key = (secret: string) => ({ kind, hash: hashOfName(secret) });

  async function find(secret: string): Promise<KeptDocument | undefined> {
    const entry = await protocol.find(key(secret), wall());
    if (entry === undefined) return undefined;
    const { keptAt, ...document } = JSON.parse(entry.document);
    const { expiresAt, usedAt } = entry;
    return { document, keptAt, expiresAt, ...(usedAt === undefined ? {} : { usedAt }) };
  }

  return {
    find,
    async keep(secret, { iat: _, exp: __, ...document }, expiresAt) {
      const keptAt = (await find(secret))?.keptAt ?? wall();
      const text = JSON.stringify({ ...document, keptAt });
      await protocol.put({ ...key(secret), document: text, expiresAt });
    },
    async use(secret) {
      return (await protocol.use(key(secret), wall()))?.kind;
    },
    remove: (secret) => protocol.remove(key(secret)),
  };
}

/** Each is at least 126 random bits, so that neither salt nor a slow hash is needed. */
function hashOfName(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
