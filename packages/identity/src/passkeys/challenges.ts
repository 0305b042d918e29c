import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AccountId, FillRandom, WallClock } from '@signet/contracts';

/** Milliseconds: as long as a question of an app to a person stands open. */
export const challengeLifetime: number = 30 * 60_000;

/** What is done with the answer: a challenge for one is none for another, nor for another account. */
export type ChallengePurpose = 'sign in' | `add to ${AccountId}`;

/** A challenge for one browser, and what that browser holds to show that it is the one. */
export interface BegunChallenge {
  /** base64url. */
  readonly challenge: string;
  /** For its cookie. */
  readonly held: string;
}

/**
 * Challenges of passkeys (WebAuthn Level 3 §13.4.3). Nothing is kept of one before it was answered: it says itself until
 * when it is good, and a mac over that, its purpose and what the browser holds says that it was made here for both. So
 * asking for any number of them costs no store anything.
 */
export interface PasskeyChallenges {
  /** @param held the cookie of before, which goes on where it is one of ours, so that other open pages do too */
  begin(purpose: ChallengePurpose, held: string | undefined): BegunChallenge;
  /** Until when it is good, in milliseconds since the epoch; `undefined` where it is not. Whether it was answered is for the caller to keep. */
  check(challenge: string, purpose: ChallengePurpose, held: string | undefined): number | undefined;
}

const nonceLength = 16;
const expiryLength = 6;
const macLength = 32;

/** @param keys derived from the master keys for this alone; the first makes challenges, the others are still believed */
export function createPasskeyChallenges(parts: {
  readonly keys: readonly [Uint8Array, ...Uint8Array[]];
  readonly random: FillRandom;
  readonly wall: WallClock;
}): PasskeyChallenges {
  const { keys, random, wall } = parts;
  const macOf = (key: Uint8Array, body: Uint8Array, purpose: ChallengePurpose, held: string) =>
    createHmac('sha256', key).update(`${purpose}\n${held}\n`).update(body).digest();
  return {
    begin(purpose, before) {
      const held =
        before !== undefined && shape.test(before) ? before : toText(random(new Uint8Array(nonceLength)));
      const body = Buffer.alloc(nonceLength + expiryLength);
      body.set(random(new Uint8Array(nonceLength)));
      body.writeUIntBE(wall() + challengeLifetime, nonceLength, expiryLength);
      return { challenge: toText(Buffer.concat([body, macOf(keys[0], body, purpose, held)])), held };
    },
    check(challenge, purpose, held) {
      if (held === undefined || !shape.test(held)) return undefined;
      const bytes = Buffer.from(challenge, 'base64url');
      // What is read in two ways would count twice: the text must be the one that was given.
      if (bytes.length !== nonceLength + expiryLength + macLength || toText(bytes) !== challenge) {
        return undefined;
      }
      const body = bytes.subarray(0, nonceLength + expiryLength);
      const mac = bytes.subarray(nonceLength + expiryLength);
      if (!keys.some((key) => timingSafeEqual(mac, macOf(key, body, purpose, held)))) return undefined;
      const until = body.readUIntBE(nonceLength, expiryLength);
      return until > wall() ? until : undefined;
    },
  };
}

/** 128 bits, base64url. */
const shape = /^[A-Za-z0-9_-]{22}$/;

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
