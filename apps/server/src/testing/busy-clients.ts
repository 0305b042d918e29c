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

/**
 * So many clients, `atOnce` of them at the same time: each signs in, refreshes twice, and every second one logs out.
 * That is 3.5 requests each. The first request that gets no answer ends its client.
 */
export function runBusyClients(
  web: string,
  password: string,
  { clients, atOnce }: { readonly clients: number; readonly atOnce: number },
): BusyClients {
  let acknowledged = 0;
  const memories: ClientMemory[] = [];
  const waiting = Array.from({ length: clients }, (_, index) => index % 2 === 0);

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
    } catch {
      // The server died under this request.
      return { ...memory, uncertain: true };
    }
  }

  async function work(): Promise<void> {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const memory = await live(next);
      memories.push(memory);
      if (memory.uncertain) return;
    }
  }

  const finished = Promise.all(Array.from({ length: atOnce }, work)).then(() => memories);
  return { acknowledged: () => acknowledged, finished };
}
