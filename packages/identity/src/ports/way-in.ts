import type { PasskeyId } from '@signet/contracts';

/** By which somebody signs in, and which they can take away: the sign-in at a provider, or a passkey. */
export type RemovableWay = { readonly issuer: string } | { readonly passkey: PasskeyId };

/** `alone`: the other way that was counted on is not there any more; nothing was removed. */
export type RemovedBeside = 'removed' | 'unknown' | 'alone';
