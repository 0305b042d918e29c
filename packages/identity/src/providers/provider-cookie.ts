import type { AccountId, FillRandom, WallClock } from '@signet/contracts';
import { createHostCookie } from '../http/host-cookie.ts';
import { createSealedCookie, type HeldStage, type SealedCookie } from '../http/sealed-cookie.ts';

/** Milliseconds: to sign in at the provider, and again to show a second factor here. */
export const providerSignInLifetime: number = 10 * 60_000;

/** A sign-in that was begun here and is under way at a provider. */
export interface AskedSignIn {
  readonly stage: 'asked';
  readonly provider: string;
  readonly issuer: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Of the app that waits for it. */
  readonly interaction?: string;
  readonly own?: ForOwnAccount;
}

/** It signs nobody in: who is signed in already joins the provider to their account, or shows once more who they are. */
export interface ForOwnAccount {
  readonly to: 'join' | 'prove';
  readonly account: AccountId;
}

/** Who it is, as the provider says. */
export interface ProviderPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly email?: string;
  /** The provider says that the person has proved to read what is sent to the address. */
  readonly emailVerified: boolean;
  /** What they call themselves there. */
  readonly name?: string;
}

/** What came back from there. */
export interface AnsweredSignIn {
  readonly stage: 'answered';
  readonly provider: string;
  /** Counts once. */
  readonly id: string;
  readonly own?: ForOwnAccount;
  readonly outcome: ProviderOutcome;
}

export type ProviderOutcome =
  | { readonly kind: 'signed-in'; readonly person: ProviderPerson }
  | { readonly kind: 'failed'; readonly why: ProviderFailure };

export type ProviderFailure = 'denied' | 'refused' | 'invalid' | 'unreachable';

type UnderWay = AskedSignIn | AnsweredSignIn;

export type Held<Stage extends UnderWay['stage']> = HeldStage<UnderWay, Stage>;

export interface ProviderCookie {
  /** A `Set-Cookie` value. */
  write(signIn: UnderWay): string;
  read: SealedCookie<UnderWay>['read'];
  clear(): string;
}

const names = { overTls: '__Host-signet_provider', plain: 'signet_provider' } as const;

/** @param keys derived from the master keys for this alone; the first seals, the others still open */
export function createProviderCookie(parts: {
  readonly issuer: string;
  readonly keys: readonly [Uint8Array, ...Uint8Array[]];
  readonly random: FillRandom;
  readonly wall: WallClock;
}): ProviderCookie {
  // `Lax`, because the provider leads back here from another site.
  const cookie = createHostCookie(parts.issuer, names, { sameSite: 'Lax' });
  const sealed = createSealedCookie<UnderWay>(cookie, 'signet provider sign-in', parts);
  return {
    ...sealed,
    write: (signIn) => sealed.write(signIn, parts.wall() + providerSignInLifetime),
  };
}
