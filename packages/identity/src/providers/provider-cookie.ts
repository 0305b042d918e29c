import type { FillRandom, WallClock } from '@signet/contracts';
import { createHostCookie } from '../http/host-cookie.ts';
import { seal, unseal } from '../keys/seal.ts';

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
  readonly outcome: ProviderOutcome;
}

export type ProviderOutcome =
  | { readonly kind: 'signed-in'; readonly person: ProviderPerson }
  | { readonly kind: 'failed'; readonly why: ProviderFailure };

export type ProviderFailure = 'denied' | 'refused' | 'invalid' | 'unreachable';

type UnderWay = AskedSignIn | AnsweredSignIn;

/** As it was written, with until when it is good: milliseconds since the epoch. */
export type Held<Stage extends UnderWay['stage']> = Extract<UnderWay, { readonly stage: Stage }> & {
  readonly until: number;
};

/** What is under way travels with the browser, sealed: nothing is kept for whoever only begins, and it is good nowhere else. */
export interface ProviderCookie {
  /** A `Set-Cookie` value. */
  write(signIn: UnderWay): string;
  /** `undefined` for what was not begun here, too long ago, or is of another stage. */
  read<Stage extends UnderWay['stage']>(header: string | undefined, stage: Stage): Held<Stage> | undefined;
  clear(): string;
}

const names = { overTls: '__Host-signet_provider', plain: 'signet_provider' } as const;
const label = 'signet provider sign-in';

/** @param keys derived from the master keys for this alone; the first seals, the others still open */
export function createProviderCookie(parts: {
  readonly issuer: string;
  readonly keys: readonly [Uint8Array, ...Uint8Array[]];
  readonly random: FillRandom;
  readonly wall: WallClock;
}): ProviderCookie {
  const { keys, random, wall } = parts;
  // `Lax`, because the provider leads back here from another site.
  const cookie = createHostCookie(parts.issuer, names, { sameSite: 'Lax' });
  return {
    write(signIn) {
      const until = wall() + providerSignInLifetime;
      const sealed = seal(JSON.stringify({ ...signIn, until }), keys[0], label, random);
      return cookie.write(sealed, providerSignInLifetime / 1000);
    },
    read<Stage extends UnderWay['stage']>(header: string | undefined, stage: Stage) {
      const value = cookie.read(header);
      if (value === undefined) return undefined;
      const plain = keys.map((key) => unseal(value, key, label)).find((opened) => opened !== undefined);
      // Only what was sealed here opens, so that it has the form in which it was written.
      const held = plain === undefined ? undefined : (JSON.parse(plain) as Held<Stage>);
      return held?.stage === stage && held.until > wall() ? held : undefined;
    },
    clear: () => cookie.clear(),
  };
}
