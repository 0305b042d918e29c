import type { RevocationTarget } from '@signet/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestFeed } from '../testing/test-feed.ts';
import { trustedToken } from '../token/trusted-token.ts';
import { RevocationReplica } from './replica.ts';

const issuer = 'https://id.example';
const day = 86_400_000;

function token(claims: Readonly<Record<string, string | number>>) {
  return trustedToken(issuer, { alg: 'ES256' }, claims);
}

function byJti(jti: string): RevocationTarget {
  return { kind: 'token', issuer, jti };
}

function bySubject(sub: string, issuedUpTo: number): RevocationTarget {
  return { kind: 'subject', issuer, sub: sub as never, issuedUpTo };
}

describe('the replica', () => {
  it('knows nothing before the feed says that it is complete', () => {
    const feed = new TestFeed();
    feed.answers = false;
    const replica = new RevocationReplica(feed, () => 1000);
    expect(replica.age(1000)).toBe(Number.POSITIVE_INFINITY);
    feed.listener?.entries([feed.append(byJti('a'), day)]);
    expect(replica.age(1000)).toBe(Number.POSITIVE_INFINITY);
    feed.listener?.upToDate(1);
    expect(replica.age(1500)).toBe(500);
  });

  it('replays what was revoked before it began, also where the log has forgotten entries', () => {
    const feed = new TestFeed();
    for (const jti of ['a', 'b', 'c', 'd']) feed.append(byJti(jti), day);
    feed.log.splice(1, 1);
    const replica = new RevocationReplica(feed, () => 0);
    expect(replica.appliedSequence).toBe(4);
    expect(replica.revoked.names(token({ jti: 'a' }))).toBe('token');
    expect(replica.revoked.names(token({ jti: 'b' }))).toBeUndefined();
    expect(feed.subscriptions).toEqual([0]);
  });

  it('asks again when it missed an entry, and applies what it has meanwhile', () => {
    const feed = new TestFeed();
    const replica = new RevocationReplica(feed, () => 0);
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
    const replica = new RevocationReplica(feed, () => 0);
    feed.append(byJti('missed'), day);
    feed.listener?.upToDate(1);
    expect(feed.subscriptions).toEqual([0, 0]);
    expect(replica.revoked.names(token({ jti: 'missed' }))).toBe('token');
  });

  it('does not listen to a subscription that it gave up', async () => {
    let now = 0;
    const feed = new TestFeed();
    const replica = new RevocationReplica(feed, () => now);
    const old = feed.listener;
    feed.append(byJti('a'), day);
    feed.listener?.upToDate(1);
    now = 5000;
    old?.upToDate(1);
    expect(replica.age(now)).toBe(5000);
    await replica.close();
    feed.listener?.upToDate(1);
    expect(replica.age(now)).toBe(5000);
  });

  it('says when a revocation is in force', async () => {
    const feed = new TestFeed();
    const replica = new RevocationReplica(feed, () => 0);
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
    let now = 0;
    const feed = new TestFeed();
    const replica = new RevocationReplica(feed, () => now);
    feed.revoke(byJti('short'), 60_000);
    feed.revoke(byJti('long'), day);
    feed.revoke(bySubject('usr_a', 10), 60_000);
    feed.revoke(bySubject('usr_a', 20), day);
    now = 180_000;
    feed.listener?.upToDate(4);
    expect(replica.revoked.names(token({ jti: 'short' }))).toBeUndefined();
    expect(replica.revoked.names(token({ jti: 'long' }))).toBe('token');
    expect(replica.revoked.names(token({ sub: 'usr_a', iat: 15 }))).toBe('subject');
    now = 2 * day;
    feed.listener?.upToDate(4);
    expect(replica.revoked.size).toBe(0);
    expect(replica.revoked.names(token({ sub: 'usr_a', iat: 15 }))).toBeUndefined();
  });

  it('knows issuers apart, and counts a token without time of issue as old', () => {
    const feed = new TestFeed();
    const replica = new RevocationReplica(feed, () => 0);
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
        const replica = new RevocationReplica(feed, () => 0);
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
