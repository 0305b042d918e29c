import { type RevocationTarget, WatchedClocks } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { RevocationReplica } from '@signet/trust';
import { trustedToken } from '@signet/trust/bearer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestFeed } from '../testing/test-feed.ts';

const issuer = 'https://id.example';
const day = 86_400_000;

function token(claims: Readonly<Record<string, string | number>>) {
  return trustedToken(issuer, { alg: 'ES256' }, claims, 'key-1');
}

function byJti(jti: string): RevocationTarget {
  return { kind: 'token', issuer, jti };
}

function bySubject(sub: string, issuedUpTo: number): RevocationTarget {
  return { kind: 'subject', issuer, sub: sub as never, issuedUpTo };
}

function replicaOf(feed: TestFeed) {
  const clocks = new ManualClocks(0);
  const replica = new RevocationReplica(feed, new WatchedClocks(clocks));
  return { clocks, replica, age: () => replica.age(clocks.steady()) };
}

describe('the replica', () => {
  it('knows nothing before the feed says that it is complete', () => {
    const feed = new TestFeed();
    feed.answers = false;
    const { clocks, age } = replicaOf(feed);
    expect(age()).toBe(Number.POSITIVE_INFINITY);
    feed.listener?.entries([feed.append(byJti('a'), day)]);
    expect(age()).toBe(Number.POSITIVE_INFINITY);
    feed.listener?.upToDate(1);
    clocks.pass(500);
    expect(age()).toBe(500);
  });

  it('replays what was revoked before it began, also where the log has forgotten entries', () => {
    const feed = new TestFeed();
    for (const jti of ['a', 'b', 'c', 'd']) feed.append(byJti(jti), day);
    feed.log.splice(1, 1);
    const { replica } = replicaOf(feed);
    expect(replica.appliedSequence).toBe(4);
    expect(replica.revoked.names(token({ jti: 'a' }))).toBe('token');
    expect(replica.revoked.names(token({ jti: 'b' }))).toBeUndefined();
    expect(feed.subscriptions).toEqual([0]);
  });

  it('asks again when it missed an entry, and applies what it has meanwhile', () => {
    const feed = new TestFeed();
    const { replica } = replicaOf(feed);
    feed.revoke(byJti('a'), day);
    feed.append(byJti('missed'), day);
    feed.listener?.entries([feed.append(byJti('c'), day)]);
    expect(feed.subscriptions).toEqual([0, 1]);
    expect(feed.stopped).toBe(1);
    expect(replica.appliedSequence).toBe(3);
    expect(replica.revoked.names(token({ jti: 'missed' }))).toBe('token');
  });

  it('asks again when the feed counts further than it heard', () => {
    const feed = new TestFeed();
    const { replica } = replicaOf(feed);
    feed.append(byJti('missed'), day);
    feed.listener?.upToDate(1);
    expect(feed.subscriptions).toEqual([0, 0]);
    expect(replica.revoked.names(token({ jti: 'missed' }))).toBe('token');
  });

  it('does not listen to a subscription that it gave up', async () => {
    const feed = new TestFeed();
    const { clocks, replica, age } = replicaOf(feed);
    const old = feed.listener;
    feed.append(byJti('a'), day);
    feed.listener?.upToDate(1);
    clocks.pass(5000);
    old?.upToDate(1);
    expect(age()).toBe(5000);
    await replica.close();
    feed.listener?.upToDate(1);
    expect(age()).toBe(5000);
  });

  it('says when a revocation is in force', async () => {
    const feed = new TestFeed();
    const { replica } = replicaOf(feed);
    let applied = false;
    const waiting = replica.whenApplied(2).then(() => {
      applied = true;
    });
    feed.revoke(byJti('a'), day);
    await Promise.resolve();
    expect(applied).toBe(false);
    feed.revoke(byJti('b'), day);
    await waiting;
    await replica.whenApplied(1);
  });

  it('forgets what can no longer matter, and only that', () => {
    const feed = new TestFeed();
    const { clocks, replica } = replicaOf(feed);
    feed.revoke(byJti('short'), 60_000);
    feed.revoke(byJti('long'), day);
    feed.revoke(bySubject('usr_a', 10), 60_000);
    feed.revoke(bySubject('usr_a', 20), day);
    clocks.pass(180_000);
    feed.listener?.upToDate(4);
    expect(replica.revoked.names(token({ jti: 'short' }))).toBeUndefined();
    expect(replica.revoked.names(token({ jti: 'long' }))).toBe('token');
    expect(replica.revoked.names(token({ sub: 'usr_a', iat: 15 }))).toBe('subject');
    clocks.pass(2 * day);
    feed.listener?.upToDate(4);
    expect(replica.revoked.size).toBe(0);
    expect(replica.revoked.names(token({ sub: 'usr_a', iat: 15 }))).toBeUndefined();
  });

  it('knows issuers apart, and counts a token without time of issue as old', () => {
    const feed = new TestFeed();
    const { replica } = replicaOf(feed);
    feed.revoke({ kind: 'token', issuer: 'https://other.example', jti: 'a' }, day);
    feed.revoke(bySubject('usr_a', 10), day);
    expect(replica.revoked.names(token({ jti: 'a' }))).toBeUndefined();
    expect(replica.revoked.names(token({ sub: 'usr_a' }))).toBe('subject');
    expect(replica.revoked.names(token({ sub: 'usr_a', iat: 11 }))).toBeUndefined();
  });

  it('ends with every revocation, whatever the feed loses, repeats or reorders', () => {
    const deliveries = fc.array(fc.constantFrom('lose', 'deliver', 'repeat', 'confirm'), { maxLength: 40 });
    fc.assert(
      fc.property(deliveries, (steps) => {
        const feed = new TestFeed();
        const { replica } = replicaOf(feed);
        for (const [index, step] of steps.entries()) {
          const entry =
            step === 'lose' || step === 'deliver' ? feed.append(byJti(`jti_${index}`), day) : feed.log.at(-1);
          if (step === 'confirm') feed.listener?.upToDate(feed.log.length);
          else if (step !== 'lose' && entry !== undefined) feed.listener?.entries([entry]);
        }
        feed.listener?.upToDate(feed.log.length);
        expect(replica.appliedSequence).toBe(feed.log.length);
        for (const { target } of feed.log) {
          if (target.kind === 'token')
            expect(replica.revoked.names(token({ jti: target.jti }))).toBe('token');
        }
      }),
    );
  });
});

const minute = 60_000;

describe('the replica and its clocks', () => {
  it('grows old when nothing is heard, though somebody sets the clock back meanwhile', () => {
    const feed = new TestFeed();
    const { clocks, age } = replicaOf(feed);
    feed.answers = false;
    clocks.pass(15_000);
    clocks.set(-10 * minute);
    expect(age()).toBe(15_000);
  });

  it.each([
    ['is set back', -10 * minute],
    ['is set forward', 30 * minute],
    ['goes on while the machine sleeps', 8 * 60 * minute],
  ])('knows nothing once the clock %s, until it has read the log from the beginning', (_, step) => {
    const feed = new TestFeed();
    const { clocks, age, replica } = replicaOf(feed);
    const watched = replica.revoked;
    feed.revoke(byJti('a'), day);
    feed.answers = false;
    const old = feed.listener;
    clocks.set(step);
    old?.upToDate(1);
    expect(age()).toBe(Number.POSITIVE_INFINITY);
    expect(feed.subscriptions).toEqual([0, 0]);
    expect(replica.appliedSequence).toBe(1);
    feed.listener?.entries(feed.log);
    expect(age()).toBe(Number.POSITIVE_INFINITY);
    feed.listener?.upToDate(1);
    expect(age()).toBe(0);
    expect(watched.size).toBe(1);
  });

  it('takes back in what it had forgotten, where the clock goes back to when that mattered', () => {
    const feed = new TestFeed();
    const { clocks, replica } = replicaOf(feed);
    feed.revoke(byJti('a'), 25 * minute);
    clocks.pass(27 * minute);
    feed.listener?.upToDate(1);
    expect(replica.revoked.names(token({ jti: 'a' }))).toBeUndefined();
    clocks.set(-20 * minute);
    feed.listener?.upToDate(1);
    expect(replica.revoked.names(token({ jti: 'a' }))).toBe('token');
  });

  it('keeps an entry for as long as its writer meant, though the clock of one of the two is wrong', () => {
    const feed = new TestFeed();
    const { clocks, replica } = replicaOf(feed);
    clocks.set(day);
    feed.revoke(byJti('a'), 25 * minute);
    clocks.pass(25 * minute);
    feed.listener?.upToDate(1);
    expect(replica.revoked.names(token({ jti: 'a' }))).toBe('token');
    clocks.pass(2 * minute);
    feed.listener?.upToDate(1);
    expect(replica.revoked.size).toBe(0);
  });

  it('forgets nothing while the clock is ahead for a moment', () => {
    const feed = new TestFeed();
    const { clocks, replica } = replicaOf(feed);
    for (const target of [byJti('a'), bySubject('usr_a', 10)]) feed.revoke(target, 25 * minute);
    feed.answers = false;
    clocks.set(30 * minute);
    feed.listener?.upToDate(2);
    clocks.pass(3000);
    feed.listener?.upToDate(2);
    expect(replica.revoked.names(token({ jti: 'a' }))).toBe('token');
    expect(replica.revoked.names(token({ sub: 'usr_a', iat: 10 }))).toBe('subject');
  });

  it('does not count an entry twice that it reads again, and lets it go once', () => {
    const feed = new TestFeed();
    const { clocks, replica } = replicaOf(feed);
    feed.revoke(byJti('a'), 25 * minute);
    for (const step of [5000, -5000, 5000]) {
      clocks.set(step);
      feed.listener?.upToDate(1);
    }
    expect(replica.revoked.size).toBe(1);
    clocks.pass(27 * minute);
    feed.listener?.upToDate(1);
    expect(replica.revoked.size).toBe(0);
  });

  it('does not let an entry of the given-up subscription cover for what is to be read again', () => {
    const feed = new TestFeed();
    const { clocks, replica } = replicaOf(feed);
    feed.answers = false;
    const old = feed.listener;
    feed.append(byJti('missed'), day);
    const late = feed.append(byJti('late'), day);
    clocks.set(-minute);
    old?.entries([late]);
    feed.listener?.entries(feed.log);
    feed.listener?.upToDate(2);
    expect(replica.revoked.names(token({ jti: 'missed' }))).toBe('token');
  });
});
