import { type AccountId, type FillRandom, isId, type WallClock } from '@signet/contracts';
import { seal, unseal } from '../keys/seal.ts';
import { secretLength } from './totp.ts';

/** Milliseconds: to find the phone, and to install an app on it. */
const enrolmentLifetime = 15 * 60_000;

/** An authenticator app that is being added. Nothing of it is kept: what is open travels sealed with the person. */
export interface Enrolment {
  readonly account: AccountId;
  readonly secret: Uint8Array;
}

export interface Enrolments {
  begin(account: AccountId): Enrolment & { readonly ticket: string };
  /** `undefined` for what was not begun here, not for this account, or too long ago. */
  read(ticket: string, account: AccountId): Enrolment | undefined;
}

/** @param keys derived from the master keys for this alone; the first seals, the others still open */
export function createEnrolments(parts: {
  readonly keys: readonly [Uint8Array, ...Uint8Array[]];
  readonly random: FillRandom;
  readonly wall: WallClock;
}): Enrolments {
  const { keys, random, wall } = parts;
  return {
    begin(account) {
      const secret = random(new Uint8Array(secretLength));
      const plain = `${wall() + enrolmentLifetime}.${Buffer.from(secret).toString('base64url')}`;
      return { account, secret, ticket: seal(plain, keys[0], label(account), random) };
    },
    read(ticket, account) {
      if (!isId('account', account)) return undefined;
      const plain = keys
        .map((key) => unseal(ticket, key, label(account)))
        .find((opened) => opened !== undefined);
      const [until = '', secret = ''] = plain?.split('.') ?? [];
      if (plain === undefined || Number(until) <= wall()) return undefined;
      return { account, secret: Buffer.from(secret, 'base64url') };
    },
  };
}

function label(account: AccountId): string {
  return `signet totp enrolment ${account}`;
}
