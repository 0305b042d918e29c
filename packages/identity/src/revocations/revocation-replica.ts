import {
  type AccountId,
  Departures,
  keptUntil,
  type Moment,
  type RevocationEntry,
  type RevocationTarget,
  type WatchedClocks,
} from '@signet/contracts';
import type { RevocationLog } from '../ports/index.ts';

const page = 1000;

/** What this issuer's own log says of single tokens, whole accounts, whole clients and keys. (Sessions are asked of their store.) */
export interface RevocationReplica {
  /** Reads what was appended since the last call, by this node or another; everything, where the clocks jumped apart. */
  catchUp(): Promise<void>;
  tokenRevoked(jti: string): boolean;
  familyRevoked(id: string): boolean;
  /** Whether everything issued to the account at `issuedAt` (seconds) was revoked. */
  subjectRevoked(sub: AccountId, issuedAt: number): boolean;
  /** Whether everything issued to the client at `issuedAt` (seconds) was revoked. */
  clientRevoked(clientId: string, issuedAt: number): boolean;
  /** Whether everything that the client had of the account at `issuedAt` (seconds) was withdrawn. */
  consentRevoked(clientId: string, sub: string, issuedAt: number): boolean;
  /** Whether everything of the organisation, or of this account in it, issued at `issuedAt` (seconds) was revoked. */
  organizationRevoked(organization: string, sub: string, issuedAt: number): boolean;
  /** Whether everything that the key signed was revoked, whatever it says of its time. */
  keyRevoked(kid: string): boolean;
}

interface Kept {
  /** Milliseconds since the epoch. */
  readonly until: number;
  /** Of an account or a client, in seconds. */
  readonly issuedUpTo: number;
}

/** Hears that a key was revoked, by this node or another, before `catchUp` resolves. */
type HearOfKey = () => Promise<void>;

type OwnTarget = Exclude<RevocationTarget, { kind: 'session' }>;

export function createRevocationReplica(
  log: RevocationLog,
  issuer: string,
  clocks: WatchedClocks,
  hearOfKey: HearOfKey,
): RevocationReplica {
  let position = 0;
  let jumps = 0;
  const kept = {
    token: new Map<string, Kept>(),
    family: new Map<string, Kept>(),
    subject: new Map<string, Kept>(),
    client: new Map<string, Kept>(),
    consent: new Map<string, Kept>(),
    organization: new Map<string, Kept>(),
    key: new Map<string, Kept>(),
  };
  const leaving = new Departures<OwnTarget>();
  // What was over by a wrong clock may have been forgotten.
  clocks.onJump(() => {
    position = 0;
    jumps += 1;
  });

  function apply(entry: RevocationEntry, now: Moment): void {
    const { target } = entry;
    if (target.issuer !== issuer || target.kind === 'session') return;
    const name = nameOf(target);
    const known = kept[target.kind].get(name);
    const until = Math.max(known?.until ?? 0, keptUntil(entry, now));
    const issuedUpTo = Math.max(known?.issuedUpTo ?? 0, 'issuedUpTo' in target ? target.issuedUpTo : 0);
    kept[target.kind].set(name, { until, issuedUpTo });
    if (known === undefined) leaving.keep(target, until, now);
  }

  function forget(now: Moment): void {
    const untilOf = (target: OwnTarget) => kept[target.kind].get(nameOf(target))?.until ?? 0;
    for (const target of leaving.release(now, untilOf)) kept[target.kind].delete(nameOf(target));
  }

  return {
    async catchUp() {
      const now = clocks.now();
      forget(now);
      const jumpsBefore = jumps;
      let read = position;
      const keysBefore = kept.key.size;
      for (let full = true; full; ) {
        const entries = await log.read(read, page);
        for (const entry of entries) apply(entry, now);
        read = entries.at(-1)?.sequence ?? read;
        full = entries.length === page;
      }
      // A call that began before a jump has not read what one after it must.
      if (jumps === jumpsBefore) position = Math.max(position, read);
      if (kept.key.size > keysBefore) await hearOfKey();
    },
    familyRevoked: (id) => kept.family.has(id),
    keyRevoked: (kid) => kept.key.has(kid),
    tokenRevoked: (jti) => kept.token.has(jti),
    subjectRevoked: (sub, issuedAt) => reaches(kept.subject.get(sub), issuedAt),
    clientRevoked: (clientId, issuedAt) => reaches(kept.client.get(clientId), issuedAt),
    consentRevoked: (clientId, sub, issuedAt) => reaches(kept.consent.get(`${sub} ${clientId}`), issuedAt),
    organizationRevoked: (organization, sub, issuedAt) =>
      [organization, `${organization} ${sub}`].some((name) => reaches(kept.organization.get(name), issuedAt)),
  };
}

function reaches(kept: Kept | undefined, issuedAt: number): boolean {
  return issuedAt <= (kept?.issuedUpTo ?? Number.NEGATIVE_INFINITY);
}

function nameOf(target: OwnTarget): string {
  if (target.kind === 'token') return target.jti;
  if (target.kind === 'family') return target.family;
  if (target.kind === 'key') return target.kid;
  if (target.kind === 'consent') return `${target.sub} ${target.clientId}`;
  if (target.kind === 'organization') {
    return target.sub === undefined ? target.organization : `${target.organization} ${target.sub}`;
  }
  return target.kind === 'subject' ? target.sub : target.clientId;
}
