import { newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { anEnding, aRefreshToken, aRule, aSession } from './examples.ts';
import type { RevocationLog } from './revocations.ts';
import type { RefreshToken, Session, SessionStore } from './sessions.ts';

export interface SessionAdapters {
  readonly sessions: SessionStore;
  /** Over the same state: an ending session appends here. */
  readonly revocations: RevocationLog;
}

interface Begun {
  readonly session: Session;
  readonly first: RefreshToken;
}

/** What every SessionStore does: storage, rotation as a compare-and-set, and endings that reach the log. */
export function sessionStoreContract(name: string, open: Open<SessionAdapters>): void {
  describe(`SessionStore: ${name}`, () => {
    storage(open);
    rotation(open);
    reuse(open);
    endings(open);
    forgetting(open);
  });
}

async function begin(sessions: SessionStore, changed: Partial<Session> = {}): Promise<Begun> {
  const session = aSession(changed);
  const first = aRefreshToken(session.id);
  await sessions.open(session, first);
  return { session, first };
}

function storage(open: Open<SessionAdapters>): void {
  it('finds a session by id and by the hash of its token', async () => {
    await using opened = await open();
    const { sessions } = opened.adapter;
    const { session, first } = await begin(sessions);
    expect(await sessions.find(session.id)).toEqual(session);
    expect(await sessions.findByRefreshToken(first.hash)).toEqual({ session, token: first });
    expect(await sessions.find(newId('session'))).toBeUndefined();
    expect(await sessions.findByRefreshToken('')).toBeUndefined();
  });

  it('refuses to tie a token to a session that is not its own', async () => {
    await using opened = await open();
    const { sessions } = opened.adapter;
    const { first } = await begin(sessions);
    const other = await begin(sessions);
    await expect(sessions.open(aSession(), aRefreshToken(newId('session')))).rejects.toThrow(TypeError);
    const stranger = aRefreshToken(other.session.id);
    await expect(sessions.rotate(first.hash, stranger, aRule())).rejects.toThrow(TypeError);
    expect(await sessions.findByRefreshToken(stranger.hash)).toBeUndefined();
  });
}

function rotation(open: Open<SessionAdapters>): void {
  it('rotates for exactly one of many parallel calls, and gives the rest that one’s successor', async () => {
    await using opened = await open();
    const { sessions } = opened.adapter;
    const { session, first } = await begin(sessions);
    const successors = Array.from({ length: 20 }, () => aRefreshToken(session.id));
    const answers = await Promise.all(successors.map((one) => sessions.rotate(first.hash, one, aRule())));
    const winner = answers.findIndex(({ kind }) => kind === 'rotated');
    const repeats = answers.filter((answer) => answer.kind === 'repeated');
    expect(repeats).toHaveLength(19);
    for (const repeat of repeats) expect(repeat).toMatchObject({ session, successor: successors[winner] });
    for (const [index, successor] of successors.entries()) {
      const kept = await sessions.findByRefreshToken(successor.hash);
      expect(kept?.token).toEqual(index === winner ? successor : undefined);
    }
  });

  it('goes on from successor to successor', async () => {
    await using opened = await open();
    const { sessions, revocations } = opened.adapter;
    const { session, first } = await begin(sessions);
    let current = first;
    for (let round = 0; round < 5; round += 1) {
      const next = aRefreshToken(session.id);
      const answer = await sessions.rotate(current.hash, next, aRule());
      expect(answer).toEqual({ kind: 'rotated', session });
      current = next;
    }
    expect(await revocations.latest()).toBe(0);
  });

  it('does not know a token that was never stored', async () => {
    await using opened = await open();
    const { session } = await begin(opened.adapter.sessions);
    const answer = await opened.adapter.sessions.rotate('unheard of', aRefreshToken(session.id), aRule());
    expect(answer).toEqual({ kind: 'unknown' });
  });

  it.each([
    ['token', { now: noon + 6 * 3_600_000 }],
    ['session', { now: noon + 11 * 3_600_000 }],
  ])('refuses once the %s has expired', async (_what, rule) => {
    await using opened = await open();
    const { sessions } = opened.adapter;
    const { session, first } = await begin(sessions);
    const successor = aRefreshToken(session.id);
    expect(await sessions.rotate(first.hash, successor, aRule(rule))).toEqual({ kind: 'expired', session });
    expect(await sessions.findByRefreshToken(successor.hash)).toBeUndefined();
  });
}

function reuse(open: Open<SessionAdapters>): void {
  it.each([
    ['after the grace period', false, 3001],
    ['when its successor is already used', true, 1],
    ['when the clock went back since it was used', false, -3_600_000],
  ])('ends the session when a token comes again %s', async (_when, useSuccessor, later) => {
    await using opened = await open();
    const { sessions, revocations } = opened.adapter;
    const { session, first } = await begin(sessions);
    const next = aRefreshToken(session.id);
    const last = aRefreshToken(session.id);
    await sessions.rotate(first.hash, next, aRule());
    if (useSuccessor) await sessions.rotate(next.hash, last, aRule());
    const rule = aRule({ now: noon + 1000 + later });
    const answer = await sessions.rotate(first.hash, aRefreshToken(session.id), rule);
    const entry = {
      sequence: 1,
      target: { kind: 'session', issuer: 'https://issuer.example', sid: session.id },
      reason: 'refresh_token_reused',
      revokedAt: rule.ending.at,
      forgetAfter: rule.ending.forgetAfter,
    };
    const over = { ...session, endedAt: rule.ending.at, endReason: 'refresh_token_reused' };
    expect(answer).toEqual({ kind: 'reused', session: over, entry });
    expect(await revocations.read(0, 10)).toEqual([entry]);
    const honest = useSuccessor ? last : next;
    const refused = await sessions.rotate(honest.hash, aRefreshToken(session.id), rule);
    expect(refused).toEqual({ kind: 'ended', session: over });
  });

  it('appends one revocation however many thieves come at once', async () => {
    await using opened = await open();
    const { sessions, revocations } = opened.adapter;
    const { session, first } = await begin(sessions);
    await sessions.rotate(first.hash, aRefreshToken(session.id), aRule());
    const late = aRule({ now: noon + 60_000 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => sessions.rotate(first.hash, aRefreshToken(session.id), late)),
    );
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['reused']));
    expect(answers.filter((answer) => answer.kind === 'reused' && answer.entry !== undefined)).toHaveLength(
      1,
    );
    expect(await revocations.latest()).toBe(1);
  });
}

function endings(open: Open<SessionAdapters>): void {
  it('ends a session once, with one revocation, for any number of parallel calls', async () => {
    await using opened = await open();
    const { sessions, revocations } = opened.adapter;
    const { session } = await begin(sessions);
    const answers = await Promise.all(Array.from({ length: 20 }, () => sessions.end(session.id, anEnding())));
    expect(answers.filter((entry) => entry !== undefined)).toEqual(await revocations.read(0, 10));
    expect(await revocations.latest()).toBe(1);
    expect(await sessions.find(session.id)).toMatchObject({ endedAt: noon + 1000, endReason: 'logout' });
    expect(await sessions.end(newId('session'), anEnding())).toBeUndefined();
  });

  it('never leaves a usable token behind when refresh and log-out race', async () => {
    await using opened = await open();
    const { sessions } = opened.adapter;
    const begun = await Promise.all(Array.from({ length: 10 }, () => begin(sessions)));
    for (const { session, first } of begun) {
      const successor = aRefreshToken(session.id);
      await Promise.all([
        sessions.rotate(first.hash, successor, aRule()),
        sessions.end(session.id, anEnding()),
      ]);
      for (const { hash } of [first, successor]) {
        const answer = await sessions.rotate(hash, aRefreshToken(session.id), aRule());
        expect(['ended', 'unknown']).toContain(answer.kind);
      }
    }
  });
}

function forgetting(open: Open<SessionAdapters>): void {
  const before = noon + 20 * 3_600_000;

  it('forgets sessions that are over for long, with their tokens, and no other', async () => {
    await using opened = await open();
    const { sessions } = opened.adapter;
    const expired = await begin(sessions, { expiresAt: before - 1 });
    const over = await begin(sessions, { expiresAt: before + 1 });
    const alive = await begin(sessions, { expiresAt: before });
    await sessions.end(over.session.id, anEnding({ at: before - 1 }));
    const recent = await begin(sessions, { expiresAt: before + 1 });
    await sessions.end(recent.session.id, anEnding({ at: before }));
    await sessions.rotate(expired.first.hash, aRefreshToken(expired.session.id), aRule());

    expect(await sessions.forget(before, 10)).toBe(2);
    for (const { session, first } of [expired, over]) {
      expect(await sessions.find(session.id)).toBeUndefined();
      expect(await sessions.findByRefreshToken(first.hash)).toBeUndefined();
      const answer = await sessions.rotate(first.hash, aRefreshToken(session.id), aRule());
      expect(answer).toEqual({ kind: 'unknown' });
    }
    for (const { session, first } of [alive, recent]) {
      expect((await sessions.findByRefreshToken(first.hash))?.session.id).toBe(session.id);
    }
    expect(await sessions.forget(before, 10)).toBe(0);
  });

  it('forgets no more at once than it was told', async () => {
    await using opened = await open();
    const { sessions } = opened.adapter;
    for (let count = 0; count < 5; count += 1) await begin(sessions, { expiresAt: noon });
    const forgotten = [await sessions.forget(before, 2), await sessions.forget(before, 2)];
    expect([...forgotten, await sessions.forget(before, 2)]).toEqual([2, 2, 1]);
  });

  it('forgets while many others sign in, refresh and log out', async () => {
    await using opened = await open();
    const { sessions } = opened.adapter;
    const over = await Promise.all(Array.from({ length: 10 }, () => begin(sessions, { expiresAt: noon })));
    const alive = await Promise.all(Array.from({ length: 10 }, () => begin(sessions)));
    const work = [
      ...over.map(({ session, first }) =>
        sessions.rotate(first.hash, aRefreshToken(session.id), aRule({ now: noon })),
      ),
      ...alive.map(({ session, first }) => sessions.rotate(first.hash, aRefreshToken(session.id), aRule())),
      ...over.map(({ session }) => sessions.end(session.id, anEnding())),
      ...[1, 2, 3].map(() => sessions.forget(noon + 1, 5)),
    ];
    await Promise.all(work);
    await sessions.forget(noon + 1, 10);
    for (const { session } of over) expect(await sessions.find(session.id)).toBeUndefined();
    for (const { first } of alive) expect(await sessions.findByRefreshToken(first.hash)).toBeDefined();
  });
}
