import {
  type AuditDeed,
  type AuditDetails,
  elapsed,
  type SteadyClock,
  type SteadyTime,
  type WallClock,
} from '@signet/contracts';
import type { Logger } from '../logging/logger.ts';
import type { SentAway } from './messages.ts';

/** Whose certificate it is, and where it came from. */
export interface Newcomer {
  readonly fingerprint: string;
  readonly address: string | undefined;
}

/** Writes into the audit log who joined as a gateway node, and who was not let in. */
export interface NodeAudit {
  joined(name: string, newcomer: Newcomer): void;
  /** @param name of one that was a node until then */
  refused(why: SentAway, newcomer: Newcomer, name?: string): void;
}

export interface NodeAuditOptions {
  readonly append: (deed: AuditDeed) => Promise<unknown>;
  readonly wall: WallClock;
  readonly steady: SteadyClock;
  readonly log: Pick<Logger, 'error'>;
}

/** Milliseconds in which the same is told once: what connects comes again and again, and the log is kept for good. */
const once = 60 * 60 * 1000;
/** Different ones in that time; what comes beyond them is counted. */
const mostTold = 128;

export function createNodeAudit({ append, wall, steady, log }: NodeAuditOptions): NodeAudit {
  const joins = new Told(steady);
  const refusals = new Told(steady);

  function write(deed: Omit<AuditDeed, 'at'>): void {
    append({ at: wall(), ...deed }).catch((error: unknown) =>
      log.error({ err: error, action: deed.action }, 'The audit log could not be written'),
    );
  }

  return {
    joined(name, { fingerprint, address }) {
      const untold = joins.ask(`${name} ${fingerprint} ${address}`);
      if (untold === undefined) return;
      const details = { fingerprint, ...counted(untold) };
      write({
        action: 'node.joined',
        actor: { kind: 'server' },
        target: { kind: 'node', id: name },
        address,
        details,
      });
    },
    refused(why, { fingerprint, address }, name) {
      const untold = refusals.ask(`${why} ${fingerprint} ${address}`);
      if (untold === undefined) return;
      write({
        action: 'node.refused',
        actor: { kind: name === undefined ? 'anonymous' : 'server' },
        ...(name === undefined ? {} : { target: { kind: 'node', id: name } }),
        address,
        details: { fingerprint, reason: why, ...counted(untold) },
      });
    },
  };
}

function counted(untold: number): AuditDetails {
  return untold === 0 ? {} : { untold };
}

/** What was told in the last hour. */
class Told {
  readonly #steady: SteadyClock;
  readonly #last = new Map<string, SteadyTime>();
  #untold = 0;

  constructor(steady: SteadyClock) {
    this.#steady = steady;
  }

  /** @returns how many were not told since something was; undefined where this is another of them. */
  ask(what: string): number | undefined {
    const now = this.#steady();
    for (const [each, at] of this.#last) if (elapsed(at, now) >= once) this.#last.delete(each);
    if (this.#last.has(what) || this.#last.size >= mostTold) {
      this.#untold += 1;
      return undefined;
    }
    this.#last.set(what, now);
    const untold = this.#untold;
    this.#untold = 0;
    return untold;
  }
}
