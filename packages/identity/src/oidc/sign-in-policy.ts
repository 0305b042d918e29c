import type { IdentityConfiguration, WallClock } from '@signet/contracts';

/** How long each thing that the protocol keeps is good, in seconds. */
export const secondsFor: { readonly code: number; readonly interaction: number } = {
  /** From the redirect back to the app until the app asks for tokens. */
  code: 60,
  /** For a person to sign in, and to find the password first. */
  interaction: 30 * 60,
};

export function browserSeconds({ sessionLifetime }: IdentityConfiguration): number {
  return Math.max(1, Math.floor(sessionLifetime / 1000));
}

/** OpenID Connect Core 1.0 §3.1.2.1, `max_age`, by our clock. @param authTime seconds since the epoch */
export function isTooLongAgo(authTime: number, maxAge: number, wall: WallClock): boolean {
  return wall() / 1000 - authTime > maxAge;
}
