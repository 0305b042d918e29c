import { elapsed, type SteadyClock, type SteadyTime } from '@signet/contracts';
import type { Follower, FollowerWatch } from '@signet/identity/ports';

/** How far an app that follows the log over HTTP has applied it. */
export interface AppFollower {
  /** Its client, and what it calls itself there. */
  readonly name: string;
  readonly applied: number;
  /** Milliseconds since it last said something. */
  readonly silentFor: number;
}

/** The apps that follow the log and say who they are. Those that are there are waited for; one that goes silent is not. */
export interface AppFollowers extends FollowerWatch {
  /** Whether one that is there has not applied `sequence` yet. */
  lack(sequence: number): boolean;
  /** Those that have not are not waited for any more, until they have caught up. */
  giveUp(sequence: number): void;
  list(): readonly AppFollower[];
}

/** Milliseconds after an answer in which the next question is to come; the SDK takes a tenth of a second. */
const promptness = 1500;
/** Milliseconds: then it is forgotten. One that hears nothing for so long refuses every token by itself. */
const forgottenAfter = 60_000;
/** So that no client crowds out those of another, and all of them no memory. */
const mostOfClient = 100;
const most = 1000;

interface Kept {
  readonly clientId: string;
  readonly name: string;
  applied: number;
  heardAt: SteadyTime;
  /** Questions that wait for their answer. */
  open: number;
  /** It knew everything when it asked, and has come back in time since. */
  isPrompt: boolean;
}

/** @param changed called when one says more, or is not waited for any more */
export function createAppFollowers(steady: SteadyClock, changed: () => void): AppFollowers {
  /** The one that was silent for longest comes first. */
  const kept = new Map<string, Kept>();

  const silence = ({ heardAt }: Kept) => elapsed(heardAt, steady());
  const isThere = (one: Kept) => one.isPrompt && (one.open > 0 || silence(one) <= promptness);

  function forgetSilent(): void {
    for (const [key, one] of kept) if (one.open === 0 && silence(one) > forgottenAfter) kept.delete(key);
  }

  function touch(key: string, one: Kept): void {
    one.heardAt = steady();
    if (kept.delete(key)) kept.set(key, one);
  }

  /** The longest silent one makes room; where all are there, the new one is not counted. */
  function hasRoom(clientId: string): boolean {
    forgetSilent();
    const ofClient = [...kept.entries()].filter(([, one]) => one.clientId === clientId);
    const crowd = ofClient.length >= mostOfClient ? ofClient : kept.size >= most ? [...kept.entries()] : [];
    if (crowd.length === 0) return true;
    const silent = crowd.find(([, one]) => !isThere(one));
    return silent !== undefined && kept.delete(silent[0]);
  }

  function keptOf(key: string, { clientId, name }: Follower): Kept | undefined {
    const found = kept.get(key);
    if (found !== undefined) return found;
    if (!hasRoom(clientId)) return undefined;
    const added = { clientId, name, applied: 0, heardAt: steady(), open: 0, isPrompt: false };
    kept.set(key, added);
    return added;
  }

  return {
    asks(follower, applied, isCurrent) {
      const key = JSON.stringify([follower.clientId, follower.name]);
      const one = keptOf(key, follower);
      if (one === undefined) return { answered: () => undefined, lost: () => undefined };
      const isNews = one.applied !== applied || (isCurrent && !one.isPrompt);
      // What it says now counts, though it said more before: it may have been started again.
      one.applied = applied;
      one.isPrompt ||= isCurrent;
      one.open += 1;
      touch(key, one);
      if (isNews) changed();
      const end = () => {
        one.open -= 1;
        touch(key, one);
      };
      return {
        answered: end,
        lost() {
          end();
          one.isPrompt = false;
          changed();
        },
      };
    },
    lack: (sequence) => kept.values().some((one) => one.applied < sequence && isThere(one)),
    giveUp(sequence) {
      for (const one of kept.values()) if (one.applied < sequence) one.isPrompt = false;
    },
    list() {
      forgetSilent();
      return [...kept.values()].map((one) => ({
        name: `${one.clientId}/${one.name}`,
        applied: one.applied,
        silentFor: one.open > 0 ? 0 : silence(one),
      }));
    },
  };
}
