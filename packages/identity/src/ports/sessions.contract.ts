import { newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { aGrant, aNewFamily, anEnding, aRefreshToken, aRule, aSession } from './examples.ts';
import type { FamilyStore, NewFamily } from './families.ts';
import type { RevocationLog } from './revocations.ts';
import type { Session } from './session.ts';
import type { SessionStore } from './sessions.ts';

/** All over the same state: an ending session ends its families, and appends to the log. */
export interface SessionAdapters {
  readonly sessions: SessionStore;
  readonly families: FamilyStore;
  readonly revocations: RevocationLog;
}

export interface Begun extends NewFamily {
  readonly session: Session;
}

/** What every SessionStore does: storage, endings that reach families and log, and forgetting. */
export function sessionStoreContract(name: string, open: Open<SessionAdapters>): void {
  describe(`SessionStore: ${name}`, () => {
    storage(open);
    listing(open);
    endings(open);
    forgetting(open);
  });
}

export async function begin(sessions: SessionStore, changed: Partial<Session> = {}): Promise<Begun> {
  const session = aSession(changed);
  const added = aNewFamily(session);
  await sessions.open(session, added);
  return { session, ...added };
}

function storage(open: Open<SessionAdapters>): void {
  it('finds a session by its id', async () => {
    await using opened = await open();
    const { sessions } = opened.adapter;
    const { session } = await begin(sessions);
    const { device: _, ...plain } = aSession();
    await sessions.open(plain, aNewFamily(plain));
    expect(await sessions.find(session.id)).toEqual(session);
    expect(await sessions.find(plain.id)).toEqual(plain);
    expect(await sessions.find(newId('session'))).toBeUndefined();
  });

  it('refuses what would give one person’s rights to another, and stores nothing of it', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const { family: stranger } = await begin(sessions);
    const session = aSession();
    const sound = aNewFamily(session);
    const wrong: readonly NewFamily[] = [
      { ...sound, grant: aGrant({ id: sound.grant.id }) },
      { ...sound, family: { ...sound.family, sessionId: stranger.sessionId } },
      { ...sound, family: { ...sound.family, grantId: stranger.grantId } },
      { ...sound, first: aRefreshToken(stranger) },
    ];
    for (const each of wrong) {
      await expect(sessions.open(session, each)).rejects.toThrow(TypeError);
      expect(await families.findByRefreshToken(each.first.hash)).toBeUndefined();
    }
    expect(await sessions.find(session.id)).toBeUndefined();
  });
}

function listing(open: Open<SessionAdapters>): void {
  it('lists what is alive of one account, the newest first, with when it was used last', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const accountId = newId('account');
    await begin(sessions);
    const first = await begin(sessions, { accountId });
    const second = await begin(sessions, { accountId, startedAt: noon + 1 });
    const over = await begin(sessions, { accountId, expiresAt: noon + 500 });
    const ended = await begin(sessions, { accountId });
    await sessions.end(ended.session.id, anEnding());
    const later = aRefreshToken(first.family, { issuedAt: noon + 700 });
    await families.rotate(first.first.hash, later, aRule());
    await families.begin(aNewFamily(second.session, { clientId: 'shop', grantedAt: noon + 1 }), noon + 1);
    expect(await sessions.ofAccount(accountId, noon + 500, 10)).toEqual([
      { session: second.session, lastUsedAt: noon + 1 },
      { session: first.session, lastUsedAt: noon + 700 },
    ]);
    const all = await sessions.ofAccount(accountId, noon + 499, 10);
    expect(all.map(({ session }) => session.id)).toContain(over.session.id);
    expect(await sessions.ofAccount(newId('account'), noon, 10)).toEqual([]);
  });

  it('lists what is over of one account since then, by its end or its age, with the reason', async () => {
    await using opened = await open();
    const { sessions } = opened.adapter;
    const accountId = newId('account');
    const ended = await begin(sessions, { accountId, startedAt: noon + 1, expiresAt: noon + 90_000 });
    await sessions.end(ended.session.id, anEnding());
    const expired = await begin(sessions, { accountId, expiresAt: noon + 2000 });
    await begin(sessions, { accountId, expiresAt: noon + 90_000 });
    const over = await sessions.overOfAccount(accountId, noon, noon + 5000, 10);
    expect(over.map(({ id }) => id)).toEqual([ended.session.id, expired.session.id]);
    expect(over[0]?.endReason).toBe('logout');
    expect(await sessions.overOfAccount(accountId, noon + 3000, noon + 5000, 10)).toEqual([]);
    expect(await sessions.overOfAccount(accountId, noon, noon + 5000, 1)).toHaveLength(1);
    expect(await sessions.overOfAccount(newId('account'), noon, noon + 5000, 10)).toEqual([]);
  });

  it('lists no more than it was told', async () => {
    await using opened = await open();
    const { sessions } = opened.adapter;
    const accountId = newId('account');
    for (let count = 0; count < 4; count += 1) await begin(sessions, { accountId, startedAt: noon + count });
    const listed = await sessions.ofAccount(accountId, noon, 2);
    expect(listed.map(({ session }) => session.startedAt)).toEqual([noon + 3, noon + 2]);
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

  it('ends every family of the session with it, and none of another session', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const { session, family, first } = await begin(sessions);
    const second = aNewFamily(session, { clientId: 'shop', grantedAt: noon + 1 });
    await families.begin(second, noon + 1);
    const other = await begin(sessions);
    await sessions.end(session.id, anEnding());
    const over = { endedAt: noon + 1000, endReason: 'session_ended' };
    expect(await families.ofSession(session.id)).toEqual([
      { ...family, ...over },
      { ...second.family, ...over },
    ]);
    for (const { hash, familyId } of [first, second.first]) {
      const answer = await families.rotate(hash, aRefreshToken({ id: familyId }), aRule());
      expect(answer.kind).toBe('ended');
    }
    expect(await families.ofSession(other.session.id)).toEqual([other.family]);
  });

  it('never leaves a usable token behind when refresh and log-out race', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const begun = await Promise.all(Array.from({ length: 10 }, () => begin(sessions)));
    for (const { session, family, first } of begun) {
      const successor = aRefreshToken(family);
      await Promise.all([
        families.rotate(first.hash, successor, aRule()),
        sessions.end(session.id, anEnding()),
      ]);
      for (const { hash } of [first, successor]) {
        const answer = await families.rotate(hash, aRefreshToken(family), aRule());
        expect(['ended', 'unknown']).toContain(answer.kind);
      }
    }
  });
}

function forgetting(open: Open<SessionAdapters>): void {
  const before = noon + 20 * 3_600_000;

  it('forgets sessions that are over for long, with families and tokens, and no other', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const expired = await begin(sessions, { expiresAt: before - 1 });
    const over = await begin(sessions, { expiresAt: before + 1 });
    const alive = await begin(sessions, { expiresAt: before });
    await families.begin(aNewFamily(over.session, { clientId: 'shop' }), noon);
    await sessions.end(over.session.id, anEnding({ at: before - 1 }));
    const recent = await begin(sessions, { expiresAt: before + 1 });
    await sessions.end(recent.session.id, anEnding({ at: before }));
    await families.rotate(expired.first.hash, aRefreshToken(expired.family), aRule());

    expect(await sessions.forget(before, 10)).toBe(2);
    for (const { session, family, first } of [expired, over]) {
      expect(await sessions.find(session.id)).toBeUndefined();
      expect(await families.ofSession(session.id)).toEqual([]);
      expect(await families.findByRefreshToken(first.hash)).toBeUndefined();
      const answer = await families.rotate(first.hash, aRefreshToken(family), aRule());
      expect(answer).toEqual({ kind: 'unknown' });
    }
    for (const { session, first } of [alive, recent]) {
      expect((await families.findByRefreshToken(first.hash))?.session.id).toBe(session.id);
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
    const { sessions, families } = opened.adapter;
    const over = await Promise.all(Array.from({ length: 10 }, () => begin(sessions, { expiresAt: noon })));
    const alive = await Promise.all(Array.from({ length: 10 }, () => begin(sessions)));
    const work = [
      ...over.map(({ family, first }) =>
        families.rotate(first.hash, aRefreshToken(family), aRule({ now: noon })),
      ),
      ...over.map(({ session }) => families.begin(aNewFamily(session), noon - 1)),
      ...alive.map(({ family, first }) => families.rotate(first.hash, aRefreshToken(family), aRule())),
      ...over.map(({ session }) => sessions.end(session.id, anEnding())),
      ...[1, 2, 3].map(() => sessions.forget(noon + 1, 5)),
    ];
    await Promise.all(work);
    await sessions.forget(noon + 1, 10);
    for (const { session } of over) expect(await sessions.find(session.id)).toBeUndefined();
    for (const { first } of alive) expect(await families.findByRefreshToken(first.hash)).toBeDefined();
  });
}
