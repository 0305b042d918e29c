import { newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { longestChain } from '../refresh/decide-rotation.ts';
import { aNewFamily, anEnding, aRefreshToken, aRule } from './examples.ts';
import type { Family, FamilyStore, RefreshToken } from './families.ts';
import type { Session } from './session.ts';
import { begin, type SessionAdapters } from './sessions.contract.ts';

/** What every FamilyStore does: storage, rotation as a compare-and-set, and reuse that ends family and session. */
export function familyStoreContract(name: string, open: Open<SessionAdapters>): void {
  describe(`FamilyStore: ${name}`, () => {
    storage(open);
    rotation(open);
    following(open);
    reuse(open);
  });
}

function storage(open: Open<SessionAdapters>): void {
  it('finds what a refresh token stands for by its hash', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const { session, grant, family, first } = await begin(sessions);
    expect(await families.findByRefreshToken(first.hash)).toEqual({ session, grant, family, token: first });
    expect(await families.findByRefreshToken('')).toBeUndefined();
  });

  it('begins one more family in a session, with a grant of its own', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const { session, family } = await begin(sessions);
    const scopes = ['orders:read', 'a "quoted" one'];
    const audiences = ['https://orders.example', 'https://ü.example'] as const;
    const added = aNewFamily(session, {
      clientId: 'shop',
      scopes,
      audiences,
      grantedAt: noon + 1,
      proofKey: 'a thumbprint',
      organization: newId('organization'),
    });
    expect(await families.begin(added, noon + 1)).toBe('begun');
    expect(await families.ofSession(session.id)).toEqual([family, added.family]);
    expect(await families.clientsOf(session.id)).toEqual(['shop', 'signet']);
    expect(await families.clientsOf(newId('session'))).toEqual([]);
    const found = await families.findByRefreshToken(added.first.hash);
    expect(found).toEqual({ session, grant: added.grant, family: added.family, token: added.first });
  });

  it('ends one family for good, and neither its session nor another family', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const { session, family, first } = await begin(sessions);
    const added = aNewFamily(session, { clientId: 'shop' });
    await families.begin(added, noon);
    await families.endFamily(added.family, 'revoked_by_client', noon + 1);
    await families.endFamily(added.family, 'administrator', noon + 2);
    const found = await families.findByRefreshToken(added.first.hash);
    expect(found?.family).toEqual({ ...added.family, endedAt: noon + 1, endReason: 'revoked_by_client' });
    const refused = await families.rotate(added.first.hash, aRefreshToken(added.family), aRule());
    expect(refused.kind).toBe('ended');
    expect(await sessions.find(session.id)).toEqual(session);
    expect((await families.rotate(first.hash, aRefreshToken(family), aRule())).kind).toBe('rotated');
    expect((await families.findByRefreshToken(first.hash))?.token.usedAt).toBe(aRule().now);
  });

  it('lists what is alive of one app of one person, in whatever session', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const one = await begin(sessions);
    const { accountId } = one.session;
    const other = await begin(sessions, { accountId });
    const over = await begin(sessions, { accountId });
    const shop = (session: Session) => aNewFamily(session, { clientId: 'shop' });
    const alive = [shop(one.session), shop(one.session), shop(other.session)];
    const ended = shop(one.session);
    const strangers = shop((await begin(sessions)).session);
    for (const added of [...alive, ended, strangers, shop(over.session)]) await families.begin(added, noon);
    await families.endFamily(ended.family, 'revoked_by_client', noon);
    await sessions.end(over.session.id, anEnding());
    const ids = (found: readonly Family[]) => found.map(({ id }) => id).toSorted();
    const wanted = ids(alive.map(({ family }) => family));
    expect(ids(await families.ofClient(accountId, 'shop'))).toEqual(wanted);
    expect(await families.ofClient(accountId, 'till')).toEqual([]);
  });

  it('begins none in a session that ended, expired or never was', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const ended = await begin(sessions);
    await sessions.end(ended.session.id, anEnding());
    const expired = await begin(sessions, { expiresAt: noon + 2000 });
    for (const session of [ended.session, expired.session, { ...ended.session, id: newId('session') }]) {
      const added = aNewFamily(session);
      expect(await families.begin(added, noon + 2000)).toBe('session_over');
      expect(await families.findByRefreshToken(added.first.hash)).toBeUndefined();
    }
  });

  it('refuses to tie a grant or a token to what is not its own', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const { session, first } = await begin(sessions);
    const other = await begin(sessions);
    const strange = aNewFamily(session, { accountId: other.session.accountId });
    await expect(families.begin(strange, noon)).rejects.toThrow(TypeError);
    const stranger = aRefreshToken(other.family);
    await expect(families.rotate(first.hash, stranger, aRule())).rejects.toThrow(TypeError);
    for (const { hash } of [strange.first, stranger]) {
      expect(await families.findByRefreshToken(hash)).toBeUndefined();
    }
  });
}

function rotation(open: Open<SessionAdapters>): void {
  it('rotates for exactly one of many parallel calls, and gives the rest that one’s successor', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const { session, family, first } = await begin(sessions);
    const successors = Array.from({ length: 20 }, () => aRefreshToken(family));
    const answers = await Promise.all(successors.map((one) => families.rotate(first.hash, one, aRule())));
    const winner = answers.findIndex(({ kind }) => kind === 'rotated');
    const repeats = answers.filter((answer) => answer.kind === 'repeated');
    expect(repeats).toHaveLength(19);
    for (const repeat of repeats) {
      expect(repeat).toMatchObject({ lineage: { session }, successor: successors[winner], between: [] });
    }
    for (const [index, successor] of successors.entries()) {
      const kept = await families.findByRefreshToken(successor.hash);
      expect(kept?.token).toEqual(index === winner ? successor : undefined);
    }
  });

  it('goes on from successor to successor', async () => {
    await using opened = await open();
    const { sessions, families, revocations } = opened.adapter;
    const { session, grant, family, first } = await begin(sessions);
    let current = first;
    for (let round = 0; round < 5; round += 1) {
      const next = aRefreshToken(family);
      const answer = await families.rotate(current.hash, next, aRule());
      expect(answer).toEqual({ kind: 'rotated', lineage: { session, grant, family } });
      current = next;
    }
    expect(await revocations.latest()).toBe(0);
  });

  it('does not know a token that was never stored', async () => {
    await using opened = await open();
    const { family } = await begin(opened.adapter.sessions);
    const answer = await opened.adapter.families.rotate('unheard of', aRefreshToken(family), aRule());
    expect(answer).toEqual({ kind: 'unknown' });
  });

  it.each([
    ['token', { now: noon + 6 * 3_600_000 }],
    ['session', { now: noon + 11 * 3_600_000 }],
  ])('refuses once the %s has expired', async (_what, rule) => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const { session, grant, family, first } = await begin(sessions);
    const successor = aRefreshToken(family);
    const answer = await families.rotate(first.hash, successor, aRule(rule));
    expect(answer).toEqual({ kind: 'expired', lineage: { session, grant, family } });
    expect(await families.findByRefreshToken(successor.hash)).toBeUndefined();
  });
}

/** Uses up one after the other, each at its time; answers all of them, the last unused. */
async function useInTurn(
  families: FamilyStore,
  first: RefreshToken,
  times: readonly number[],
): Promise<readonly RefreshToken[]> {
  const chain = [first];
  for (const now of times) {
    const next = aRefreshToken({ id: first.familyId });
    const used = await families.rotate(chain.at(-1)?.hash ?? '', next, aRule({ now }));
    expect(used.kind).toBe('rotated');
    chain.push(next);
  }
  return chain;
}

function following(open: Open<SessionAdapters>): void {
  it('gives each of several calls that come late in the window the newest successor, whichever token they have', async () => {
    await using opened = await open();
    const { sessions, families, revocations } = opened.adapter;
    const { family, first } = await begin(sessions);
    const chain = await useInTurn(families, first, [noon + 1000, noon + 1500, noon + 2000]);
    const used = chain.slice(0, -1);
    const rule = aRule({ now: noon + 3000 });
    for (const [index, { hash }] of used.entries()) {
      const answer = await families.rotate(hash, aRefreshToken(family), rule);
      const between = used.slice(index + 1).map((link) => link.hash);
      expect(answer).toMatchObject({ kind: 'repeated', successor: chain.at(-1), between });
    }
    expect((await families.findByRefreshToken(chain.at(-1)?.hash ?? ''))?.token.usedAt).toBeUndefined();
    expect(await revocations.latest()).toBe(0);
  });

  it('gives parallel calls with tokens of one chain one and the same', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const { family, first } = await begin(sessions);
    const chain = await useInTurn(families, first, [noon + 1000, noon + 1000]);
    const calls = Array.from({ length: 21 }, (_, index) => chain[index % chain.length] ?? first);
    const offered = calls.map(() => aRefreshToken(family));
    const answers = await Promise.all(
      calls.map(({ hash }, index) => families.rotate(hash, offered[index] ?? first, aRule())),
    );
    const winner = answers.findIndex(({ kind }) => kind === 'rotated');
    const handedOut = answers.flatMap((answer) =>
      answer.kind === 'repeated' ? [answer.successor.hash] : [],
    );
    expect(answers.map(({ kind }) => kind).filter((kind) => kind !== 'repeated')).toEqual(['rotated']);
    // Those that came before the newest was used were given that one; the rest what came of it.
    expect([chain.at(-1)?.hash, offered[winner]?.hash]).toEqual(
      expect.arrayContaining([...new Set(handedOut)]),
    );
    const late = await families.rotate(first.hash, aRefreshToken(family), aRule());
    expect(late).toMatchObject({ kind: 'repeated', successor: offered[winner] });
  });

  it('goes no further where the chain has ended with its family or its session', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const one = await begin(sessions);
    await useInTurn(families, one.first, [noon + 1000, noon + 1000]);
    await families.endFamily(one.family, 'revoked_by_client', noon + 1000);
    expect((await families.rotate(one.first.hash, aRefreshToken(one.family), aRule())).kind).toBe('ended');
    const other = await begin(sessions);
    await useInTurn(families, other.first, [noon + 1000, noon + 1000]);
    await sessions.end(other.session.id, anEnding());
    expect((await families.rotate(other.first.hash, aRefreshToken(other.family), aRule())).kind).toBe(
      'ended',
    );
  });

  it('has a bound: what is further away counts as reuse', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const { family, first } = await begin(sessions);
    const chain = await useInTurn(families, first, Array(longestChain + 1).fill(noon + 1000));
    const near = await families.rotate(chain[1]?.hash ?? '', aRefreshToken(family), aRule());
    expect(near).toMatchObject({ kind: 'repeated', successor: chain.at(-1) });
    expect((await families.rotate(first.hash, aRefreshToken(family), aRule())).kind).toBe('reused');
  });
}

function reuse(open: Open<SessionAdapters>): void {
  it.each([
    ['after the grace period', [1000], 4001],
    ['after it, though what came of it was used within it', [1000, 3500], 3501],
    ['when the clock went back since it was used', [1000], -3_599_000],
    ['when the clock went back since its successor was used', [1000, 60_000], 1500],
  ])('ends family and session when a token comes again %s', async (_when, uses, again) => {
    await using opened = await open();
    const { sessions, families, revocations } = opened.adapter;
    const { session, grant, family, first } = await begin(sessions);
    const chain = await useInTurn(
      families,
      first,
      uses.map((at) => noon + at),
    );
    const rule = aRule({ now: noon + again });
    const answer = await families.rotate(first.hash, aRefreshToken(family), rule);
    const entry = {
      sequence: 1,
      target: { kind: 'session', issuer: 'https://issuer.example', sid: session.id },
      reason: 'refresh_token_reused',
      revokedAt: rule.ending.at,
      forgetAfter: rule.ending.forgetAfter,
    };
    const why = { endedAt: rule.ending.at, endReason: 'refresh_token_reused' };
    const lineage = { session: { ...session, ...why }, grant, family: { ...family, ...why } };
    expect(answer).toEqual({ kind: 'reused', lineage, entry });
    expect(await revocations.read(0, 10)).toEqual([entry]);
    const refused = await families.rotate(chain.at(-1)?.hash ?? '', aRefreshToken(family), rule);
    expect(refused).toEqual({ kind: 'ended', lineage });
  });

  it('takes the other families of the session along, and says of each why it ended', async () => {
    await using opened = await open();
    const { sessions, families } = opened.adapter;
    const { session, family, first } = await begin(sessions);
    const second = aNewFamily(session, { clientId: 'shop', grantedAt: noon + 1 });
    await families.begin(second, noon + 1);
    await families.rotate(first.hash, aRefreshToken(family), aRule());
    await families.rotate(first.hash, aRefreshToken(family), aRule({ now: noon + 60_000 }));
    const reasons = (await families.ofSession(session.id)).map(({ endReason }) => endReason);
    expect(reasons).toEqual(['refresh_token_reused', 'session_ended']);
    const answer = await families.rotate(second.first.hash, aRefreshToken(second.family), aRule());
    expect(answer.kind).toBe('ended');
  });

  it('appends one revocation however many thieves come at once', async () => {
    await using opened = await open();
    const { sessions, families, revocations } = opened.adapter;
    const { family, first } = await begin(sessions);
    await families.rotate(first.hash, aRefreshToken(family), aRule());
    const late = aRule({ now: noon + 60_000 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => families.rotate(first.hash, aRefreshToken(family), late)),
    );
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['reused']));
    const told = answers.filter((answer) => answer.kind === 'reused' && answer.entry !== undefined);
    expect(told).toHaveLength(1);
    expect(await revocations.latest()).toBe(1);
  });
}
