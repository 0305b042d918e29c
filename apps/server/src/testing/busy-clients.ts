import { refresh, type SignedIn, signIn, signOut } from './session.ts';

/** What one client was told, and nothing that it was not: an answer that never came is no promise. */
export interface ClientMemory {
  /** The newest answer; undefined before the first. */
  readonly signedIn?: SignedIn;
  readonly loggedOut: boolean;
  /** An answer was still to come when the server died, so that either outcome is right. */
  readonly uncertain: boolean;
}

export interface BusyClients {
  /** How many answers have come so far. */
  acknowledged(): number;
  /** Resolves with the memory of every client once all are done or cut off. */
  finished: Promise<readonly ClientMemory[]>;
}

export interface BusyAt {
  readonly web: string;
  readonly password: string;
  /** Whether the server has been killed: what fails before is a fault, and rejects. */
  readonly isKilled: () => boolean;
}

/**
 * Clients come for as long as there is a server, so many of them at the same time: each signs in, refreshes twice, and every
 * second one logs out. The first request that gets no answer ends its client and lets nobody follow.
 */
export function runBusyClients({ web, password, isKilled }: BusyAt, atOnce: number): BusyClients {
  let acknowledged = 0;
  const memories: ClientMemory[] = [];

  async function live(logsOut: boolean): Promise<ClientMemory> {
    let memory: ClientMemory = { loggedOut: false, uncertain: false };
    const told = (next: Partial<ClientMemory>) => {
      acknowledged += 1;
      memory = { ...memory, ...next };
    };
    try {
      const first = await signIn(web, 'demo', password);
      told({ signedIn: first });
      const second = await refresh(web, first.cookie);
      told({ signedIn: second });
      const third = await refresh(web, second.cookie);
      told({ signedIn: third });
      if (logsOut) {
        await signOut(web, third.cookie);
        told({ loggedOut: true });
      }
      return memory;
    } catch (error) {
      // Only a server that died under the request leaves its outcome open.
      if (!isKilled()) throw error;
      return { ...memory, uncertain: true };
    }
  }

  async function work(): Promise<void> {
    for (let count = 0; ; count += 1) {
      const memory = await live(count % 2 === 0);
      memories.push(memory);
      if (memory.uncertain) return;
    }
  }

  const finished = Promise.all(Array.from({ length: atOnce }, work)).then(() => memories);
  return { acknowledged: () => acknowledged, finished };
}
