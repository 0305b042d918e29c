import { isKeptKey } from '@signet/contracts';
import type { SharedSecret } from '@signet/trust';
import type { NodeSnapshot } from './node-memory.ts';

/** Answers of control nodes, of this run and of those before. */
export interface RememberedAnswers {
  /** What the identity provider publishes. Where it cannot be asked, what it published before, as long as that is believed. */
  document(path: string, ask: () => Promise<string | undefined>): Promise<string | undefined>;
  /** What it shares with APIs, likewise. */
  secrets(ask: () => Promise<readonly SharedSecret[]>): Promise<readonly SharedSecret[]>;
  /** Keys and secrets by reference: where they cannot be asked for, the last ones stay. */
  handed(reference: string, ask: () => Promise<readonly string[]>): Promise<readonly string[]>;
  /** Forgets the keys that were given by command and taken away again: those by other words than these. */
  forgetRemoved(words: readonly string[]): void;
  all(): Answers;
  /** Another number once anything else is remembered. */
  readonly revision: number;
}

export type Answers = Pick<NodeSnapshot, 'documents' | 'secrets' | 'handed'>;

/** More than an issuer publishes, and than a configuration refers to. */
const mostDocuments = 64;
const mostHanded = 1024;

/**
 * @param before what was kept on disk
 * @param isBelieved Whether what our own issuer said before may stand for what it says now: as long as the node may go on without
 *   news of revocations
 */
export function createRememberedAnswers(
  before: Answers | undefined,
  isBelieved: () => boolean,
): RememberedAnswers {
  const documents = new Map(Object.entries(before?.documents ?? {}));
  const handed = new Map(Object.entries(before?.handed ?? {}));
  let secrets = before?.secrets;
  let revision = 0;

  function put<Value>(map: Map<string, Value>, key: string, value: Value | undefined, most: number): void {
    if (JSON.stringify(map.get(key)) === JSON.stringify(value)) return;
    revision += 1;
    if (value === undefined) map.delete(key);
    else if (map.has(key) || map.size < most) map.set(key, value);
  }

  return {
    async document(path, ask) {
      try {
        const text = await ask();
        put(documents, path, text, mostDocuments);
        return text;
      } catch (error) {
        const kept = documents.get(path);
        if (kept === undefined || !isBelieved()) throw error;
        return kept;
      }
    },
    async secrets(ask) {
      try {
        const told = await ask();
        if (JSON.stringify(told) !== JSON.stringify(secrets)) revision += 1;
        secrets = told;
        return told;
      } catch (error) {
        if (secrets === undefined || !isBelieved()) throw error;
        return secrets;
      }
    },
    async handed(reference, ask) {
      try {
        const texts = await ask();
        put(handed, reference, texts, mostHanded);
        return texts;
      } catch {
        return handed.get(reference) ?? [];
      }
    },
    forgetRemoved(words) {
      const removed = [...handed.keys()].filter((each) => isKeptKey(each) && !words.includes(each));
      for (const each of removed) put(handed, each, undefined, mostHanded);
    },
    all: () => ({
      documents: Object.fromEntries(documents),
      ...(secrets === undefined ? {} : { secrets }),
      handed: Object.fromEntries(handed),
    }),
    get revision() {
      return revision;
    },
  };
}
