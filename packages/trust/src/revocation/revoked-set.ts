import {
  Departures,
  keptUntil,
  type Moment,
  type RevocationEntry,
  type RevocationTarget,
} from '@signet/contracts';

/** What a revocation can name a token by, as the token says it itself. */
export interface RevocableToken {
  readonly issuer: string;
  readonly jti: string | undefined;
  readonly sid: string | undefined;
  readonly family: string | undefined;
  readonly subject: string | undefined;
  readonly clientId: string | undefined;
  readonly organization: string | undefined;
  /** Of the key that verified it, whatever its header says; absent where that has no name. */
  readonly kid: string | undefined;
  /** Seconds since the epoch. */
  readonly issuedAt: number | undefined;
}

/** Milliseconds since the epoch from which a name need not be kept. */
type Until = number;

/** What has been revoked of one issuer, and until when that is kept. */
interface IssuerRevocations {
  readonly tokens: Map<string, Until>;
  readonly sessions: Map<string, Until>;
  readonly families: Map<string, Until>;
  readonly subjects: Map<string, RevokedUpTo>;
  readonly clients: Map<string, RevokedUpTo>;
  /** By `consentName`. */
  readonly consents: Map<string, RevokedUpTo>;
  /** By `organizationNames`. */
  readonly organizations: Map<string, RevokedUpTo>;
  readonly keys: Map<string, Until>;
}

interface RevokedUpTo {
  /** The latest `iat` (seconds) that is revoked. */
  readonly issuedUpTo: number;
  readonly until: Until;
}

type RevocationKind = RevocationTarget['kind'];

/**
 * The revocations that can still matter, as exact sets. Memory is bounded by the lifetime of tokens: an entry leaves
 * once no token it names can be valid, and by both clocks, so that one that was set forward loses none.
 */
export class RevokedSet {
  readonly #issuers = new Map<string, IssuerRevocations>();
  readonly #leaving = new Departures<RevocationTarget>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** An entry may come again: what is known stays until the later of the two times. */
  add(entry: RevocationEntry, now: Moment): void {
    const { target } = entry;
    const known = this.#until(target);
    const until = Math.max(known ?? 0, keptUntil(entry, now));
    this.#put(target, until);
    if (known !== undefined) return;
    this.#size += 1;
    this.#leaving.keep(target, until, now);
  }

  /** Which kind of entry names the token, if any does. A token that hides its time of issue counts as old. */
  names(token: RevocableToken): RevocationKind | undefined {
    const revocations = this.#issuers.get(token.issuer);
    if (revocations === undefined) return undefined;
    if (token.kid !== undefined && revocations.keys.has(token.kid)) return 'key';
    if (token.jti !== undefined && revocations.tokens.has(token.jti)) return 'token';
    if (token.sid !== undefined && revocations.sessions.has(token.sid)) return 'session';
    // Its families are revoked with it, and say less of why.
    if (reaches(revocations.consents, consentOf(token), token.issuedAt)) return 'consent';
    if (token.family !== undefined && revocations.families.has(token.family)) return 'family';
    if (reaches(revocations.subjects, token.subject, token.issuedAt)) return 'subject';
    if (reaches(revocations.clients, token.clientId, token.issuedAt)) return 'client';
    const { organization, subject, issuedAt } = token;
    const names = organization === undefined ? [] : organizationNames(organization, subject);
    return names.some((name) => reaches(revocations.organizations, name, issuedAt))
      ? 'organization'
      : undefined;
  }

  /** Whether everything that the issuer's key of this name signed was revoked. */
  namesKey(issuer: string, kid: string): boolean {
    return this.#issuers.get(issuer)?.keys.has(kid) ?? false;
  }

  /** Drops what can no longer matter. */
  forget(now: Moment): void {
    for (const target of this.#leaving.release(now, (each) => this.#until(each) ?? 0)) this.#remove(target);
  }

  #until(target: RevocationTarget): Until | undefined {
    const { tokens, sessions, families, subjects, clients, consents, organizations, keys } =
      this.#revocationsOf(target.issuer);
    if (target.kind === 'token') return tokens.get(target.jti);
    if (target.kind === 'session') return sessions.get(target.sid);
    if (target.kind === 'family') return families.get(target.family);
    if (target.kind === 'key') return keys.get(target.kid);
    if (target.kind === 'client') return clients.get(target.clientId)?.until;
    if (target.kind === 'consent') return consents.get(consentName(target))?.until;
    if (target.kind === 'organization') return organizations.get(organizationName(target))?.until;
    return subjects.get(target.sub)?.until;
  }

  #put(target: RevocationTarget, until: Until): void {
    const { tokens, sessions, families, subjects, clients, consents, organizations, keys } =
      this.#revocationsOf(target.issuer);
    if (target.kind === 'token') tokens.set(target.jti, until);
    else if (target.kind === 'session') sessions.set(target.sid, until);
    else if (target.kind === 'family') families.set(target.family, until);
    else if (target.kind === 'key') keys.set(target.kid, until);
    else if (target.kind === 'client') reach(clients, target.clientId, target.issuedUpTo, until);
    else if (target.kind === 'consent') reach(consents, consentName(target), target.issuedUpTo, until);
    else if (target.kind === 'organization')
      reach(organizations, organizationName(target), target.issuedUpTo, until);
    else reach(subjects, target.sub, target.issuedUpTo, until);
  }

  #remove(target: RevocationTarget): void {
    const { tokens, sessions, families, subjects, clients, consents, organizations, keys } =
      this.#revocationsOf(target.issuer);
    this.#size -= 1;
    if (target.kind === 'token') tokens.delete(target.jti);
    else if (target.kind === 'session') sessions.delete(target.sid);
    else if (target.kind === 'family') families.delete(target.family);
    else if (target.kind === 'key') keys.delete(target.kid);
    else if (target.kind === 'client') clients.delete(target.clientId);
    else if (target.kind === 'consent') consents.delete(consentName(target));
    else if (target.kind === 'organization') organizations.delete(organizationName(target));
    else subjects.delete(target.sub);
  }

  #revocationsOf(issuer: string): IssuerRevocations {
    const existing = this.#issuers.get(issuer);
    if (existing !== undefined) return existing;
    const made: IssuerRevocations = {
      tokens: new Map(),
      sessions: new Map(),
      families: new Map(),
      subjects: new Map(),
      clients: new Map(),
      consents: new Map(),
      organizations: new Map(),
      keys: new Map(),
    };
    this.#issuers.set(issuer, made);
    return made;
  }
}

function consentOf({ clientId, subject }: RevocableToken): string | undefined {
  return clientId === undefined || subject === undefined
    ? undefined
    : consentName({ clientId, sub: subject });
}

/** The id of an account has no space in it. */
function consentName({ clientId, sub }: { readonly clientId: string; readonly sub: string }): string {
  return `${sub} ${clientId}`;
}

/** Of all of an organisation, and of one account in it. */
function organizationNames(organization: string, sub: string | undefined): readonly string[] {
  return sub === undefined ? [organization] : [organization, `${organization} ${sub}`];
}

function organizationName({
  organization,
  sub,
}: Extract<RevocationTarget, { kind: 'organization' }>): string {
  return sub === undefined ? organization : `${organization} ${sub}`;
}

/** True if what was revoked under the name includes what was issued at this time (seconds). */
function reaches(
  revoked: ReadonlyMap<string, RevokedUpTo>,
  name: string | undefined,
  issuedAt: number | undefined,
): boolean {
  const upTo = name === undefined ? undefined : revoked.get(name)?.issuedUpTo;
  return upTo !== undefined && (issuedAt ?? 0) <= upTo;
}

/** An entry that reaches less far takes nothing back. */
function reach(revoked: Map<string, RevokedUpTo>, name: string, issuedUpTo: number, until: Until): void {
  revoked.set(name, { issuedUpTo: Math.max(revoked.get(name)?.issuedUpTo ?? 0, issuedUpTo), until });
}
