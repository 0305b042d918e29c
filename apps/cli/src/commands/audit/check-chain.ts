import { type AuditEntry, type AuditHead, auditHash } from '@signet/contracts';

/** Why the log is not what was written. */
export interface BrokenChain {
  readonly sequence: number;
  readonly sentence: string;
}

/** Holds entries, the oldest first, to the chain that they claim to be; also across pages. */
export interface ChainCheck {
  /** `undefined` while all is well. */
  next(entry: AuditEntry): Promise<BrokenChain | undefined>;
  /** Once the whole log was read. @param head as the server names it */
  end(head: AuditHead | undefined): BrokenChain | undefined;
  readonly last: AuditHead | undefined;
}

/** @param kept A head that was written down elsewhere, where there is one. */
export function createChainCheck(kept?: AuditHead): ChainCheck {
  let last: AuditHead | undefined;
  return {
    get last() {
      return last;
    },
    async next({ hash, ...entry }) {
      const { sequence, previous } = entry;
      const expected = (last?.sequence ?? 0) + 1;
      if (sequence !== expected)
        return broken(expected, `Entry ${expected} is missing: entry ${sequence} stands in its place.`);
      if (previous !== (last?.hash ?? '')) {
        return broken(
          sequence,
          `Entry ${sequence} does not follow the entry before it: one of them was changed, moved or taken away.`,
        );
      }
      if (hash !== (await auditHash(entry)))
        return broken(sequence, `Entry ${sequence} was changed: it is not what its hash was made of.`);
      if (kept?.sequence === sequence && kept.hash !== hash) {
        return broken(
          sequence,
          `Entry ${sequence} is not the one whose hash was kept: the log was written anew.`,
        );
      }
      last = { sequence, hash };
      return undefined;
    },
    end(head) {
      const reached = last?.sequence ?? 0;
      const given = Math.max(head?.sequence ?? 0, kept?.sequence ?? 0);
      if (reached >= given) return undefined;
      return broken(
        reached + 1,
        `The log ends at entry ${reached}, and ${given} entries were written: its end was taken away.`,
      );
    },
  };
}

function broken(sequence: number, sentence: string): BrokenChain {
  return { sequence, sentence };
}
