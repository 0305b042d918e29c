import type { AccountId, RevocationEntry } from '@signet/contracts';
import type { RevocationLog } from '../ports/index.ts';

const page = 1000;

/** What this issuer's own log says of single tokens and whole accounts. (Sessions are asked of their store.) */
export interface RevocationReplica {
  /** Reads what was appended since the last call, by this node or another. */
  catchUp(now: number): Promise<void>;
  tokenRevoked(jti: string): boolean;
  /** Whether everything issued to the account at `issuedAt` (seconds) was revoked. */
  subjectRevoked(sub: AccountId, issuedAt: number): boolean;
}

interface Until {
  readonly forgetAfter: number;
}

export function createRevocationReplica(log: RevocationLog, issuer: string): RevocationReplica {
  let position = 0;
  const tokens = new Map<string, Until>();
  const subjects = new Map<string, Until & { readonly issuedUpTo: number }>();

  function apply({ target, forgetAfter, sequence }: RevocationEntry): void {
    position = Math.max(position, sequence);
    if (target.issuer !== issuer) return;
    if (target.kind === 'token') tokens.set(target.jti, { forgetAfter });
    if (target.kind === 'subject' && target.issuedUpTo >= (subjects.get(target.sub)?.issuedUpTo ?? 0)) {
      subjects.set(target.sub, { issuedUpTo: target.issuedUpTo, forgetAfter });
    }
  }

  return {
    async catchUp(now) {
      forget(tokens, now);
      forget(subjects, now);
      for (;;) {
        const entries = await log.read(position, page);
        for (const entry of entries) apply(entry);
        if (entries.length < page) return;
      }
    },
    tokenRevoked: (jti) => tokens.has(jti),
    subjectRevoked: (sub, issuedAt) =>
      issuedAt <= (subjects.get(sub)?.issuedUpTo ?? Number.NEGATIVE_INFINITY),
  };
}

/** Entries arrive roughly in the order in which they may go, so the sweep stops at the first that must stay. */
function forget(entries: Map<string, Until>, now: number): void {
  for (const [name, { forgetAfter }] of entries) {
    if (forgetAfter >= now) return;
    entries.delete(name);
  }
}
