import type { FillRandom, WallClock } from '@signet/contracts';
import { createHostCookie } from '../http/host-cookie.ts';
import { createSealedCookie, type HeldStage, type SealedCookie } from '../http/sealed-cookie.ts';

/**
 * `asked`: a mail was asked for in this browser; whether one went out, nobody there learns. `shown`: what stands in it was
 * shown here, and what else the account demands follows.
 */
export interface EmailSignIn {
  readonly stage: 'asked' | 'shown';
  /** 256 bits that this browser alone holds. */
  readonly id: string;
}

export type HeldEmailSignIn = HeldStage<EmailSignIn, EmailSignIn['stage']>;

export type EmailSignInCookie = SealedCookie<EmailSignIn>;

const names = { overTls: '__Host-signet_email', plain: 'signet_email' } as const;

/** @param keys derived from the master keys for this alone; the first seals, the others still open */
export function createEmailSignInCookie(parts: {
  readonly issuer: string;
  readonly keys: readonly [Uint8Array, ...Uint8Array[]];
  readonly random: FillRandom;
  readonly wall: WallClock;
}): EmailSignInCookie {
  return createSealedCookie<EmailSignIn>(
    createHostCookie(parts.issuer, names),
    'signet email sign-in',
    parts,
  );
}
