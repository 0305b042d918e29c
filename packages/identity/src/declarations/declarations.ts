import {
  type DeclaredDocument,
  type DeclaredRights,
  readDeclared,
  type WatchedClocks,
} from '@signet/contracts';
import { type FollowedStore, followStore } from '../keys/follow-store.ts';
import type { DeclarationStore } from '../ports/index.ts';

/** APIs, roles and groups, those of the configuration before those that were added. */
export interface Declarations {
  /** As they were known last: for what is asked often and may be a little late. */
  latest(): DeclaredRights;
  /** Not older than `oldest`. */
  now(): Promise<DeclaredRights>;
  /** After the store was changed. */
  readAgain(): Promise<void>;
}

/** Milliseconds after which every node knows what another one was told. */
const oldest = 5000;

/** @param configured Asked each time, so that a reloaded configuration counts at once. */
export async function followDeclarations(parts: {
  readonly configured: () => DeclaredRights;
  readonly store: DeclarationStore;
  readonly clocks: WatchedClocks;
  readonly reportFault: (error: unknown) => void;
}): Promise<Declarations> {
  const read = async () => readDeclared(documentOf((await parts.store.read()).document));
  const followed: FollowedStore<DeclaredRights> = followStore(await read(), read, parts);
  const together = (stored: DeclaredRights): DeclaredRights => {
    const { apis, roles, groups } = parts.configured();
    return {
      apis: before(apis, stored.apis),
      roles: before(roles, stored.roles),
      groups: before(groups, stored.groups),
    };
  };
  return {
    latest: () => together(followed.latest()),
    now: async () => together(await followed.notOlderThan(oldest)),
    readAgain: () => followed.readAgain(),
  };
}

export function documentOf(text: string): DeclaredDocument {
  return JSON.parse(text);
}

/** In this order, and of one name the first: what stands in the file is what counts. */
function before<Entry>(
  configured: Readonly<Record<string, Entry>>,
  stored: Readonly<Record<string, Entry>>,
): Readonly<Record<string, Entry>> {
  return { ...configured, ...stored, ...configured };
}
