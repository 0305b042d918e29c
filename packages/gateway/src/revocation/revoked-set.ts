import type { RevocationEntry, RevocationTarget } from '@signet/contracts';
import type { TrustedToken } from '../token/trusted-token.ts';

/** What has been revoked of one issuer. */
interface IssuerRevocations {
  readonly tokens: Set<string>;
  readonly sessions: Set<string>;
  /** Subject to the latest `iat` (seconds) that is revoked. */
  readonly subjects: Map<string, number>;
}

type RevocationKind = RevocationTarget['kind'];

const bucketWidth = 60_000;

/**
 * The revocations that can still matter, as exact sets. Memory is bounded by the lifetime of tokens: an entry leaves
 * once no token it names can be valid, in buckets of a minute by the time of leaving.
 */
export class RevokedSet {
  readonly #issuers = new Map<string, IssuerRevocations>();
  readonly #leaving = new Map<number, RevocationTarget[]>();
  /** Latest time of leaving by subject, since a later entry extends an earlier one. */
  readonly #subjectsUntil = new Map<string, number>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add({ target, forgetAfter }: RevocationEntry): void {
    const revocations = this.#revocationsOf(target.issuer);
    this.#size += 1;
    if (target.kind === 'token') revocations.tokens.add(target.jti);
    else if (target.kind === 'session') revocations.sessions.add(target.sid);
    else this.#addSubject(target, forgetAfter, revocations.subjects);
    const bucket = Math.ceil(forgetAfter / bucketWidth);
    const leaving = this.#leaving.get(bucket);
    if (leaving === undefined) this.#leaving.set(bucket, [target]);
    else leaving.push(target);
  }

  /** Which kind of entry names the token, if any does. A token that hides its time of issue counts as old. */
  names(token: TrustedToken): RevocationKind | undefined {
    const revocations = this.#issuers.get(token.issuer);
    if (revocations === undefined) return undefined;
    if (token.jti !== undefined && revocations.tokens.has(token.jti)) return 'token';
    if (token.sid !== undefined && revocations.sessions.has(token.sid)) return 'session';
    const upTo = token.subject === undefined ? undefined : revocations.subjects.get(token.subject);
    return upTo !== undefined && (token.issuedAt ?? 0) <= upTo ? 'subject' : undefined;
  }

  /** Drops what can no longer matter at `now` (milliseconds). */
  forget(now: number): void {
    for (const [bucket, targets] of this.#leaving) {
      if (bucket * bucketWidth >= now) continue;
      for (const target of targets) this.#remove(target, now);
      this.#leaving.delete(bucket);
    }
  }

  #addSubject(
    { issuer, sub, issuedUpTo }: Extract<RevocationTarget, { kind: 'subject' }>,
    forgetAfter: number,
    subjects: Map<string, number>,
  ): void {
    const name = subjectName(issuer, sub);
    subjects.set(sub, Math.max(subjects.get(sub) ?? 0, issuedUpTo));
    this.#subjectsUntil.set(name, Math.max(this.#subjectsUntil.get(name) ?? 0, forgetAfter));
  }

  #remove(target: RevocationTarget, now: number): void {
    const revocations = this.#revocationsOf(target.issuer);
    this.#size -= 1;
    if (target.kind === 'token') revocations.tokens.delete(target.jti);
    else if (target.kind === 'session') revocations.sessions.delete(target.sid);
    else this.#removeSubject(target, now, revocations.subjects);
  }

  #removeSubject(
    { issuer, sub }: Extract<RevocationTarget, { kind: 'subject' }>,
    now: number,
    subjects: Map<string, number>,
  ): void {
    const name = subjectName(issuer, sub);
    if ((this.#subjectsUntil.get(name) ?? 0) >= now) return;
    subjects.delete(sub);
    this.#subjectsUntil.delete(name);
  }

  #revocationsOf(issuer: string): IssuerRevocations {
    const existing = this.#issuers.get(issuer);
    if (existing !== undefined) return existing;
    const made = {
      tokens: new Set<string>(),
      sessions: new Set<string>(),
      subjects: new Map<string, number>(),
    };
    this.#issuers.set(issuer, made);
    return made;
  }
}

function subjectName(issuer: string, subject: string): string {
  return `${issuer}\n${subject}`;
}
