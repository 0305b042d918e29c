import { type FillRandom, type IdentityConfiguration, newId, type WallClock } from '@signet/contracts';
import type { Account, Session, SessionStore } from '../ports/index.ts';
import { hashOf, newRefreshSecret, type RefreshSecret } from './refresh-secret.ts';

/** A session with the refresh token that now stands for it. */
export interface LiveSession {
  readonly session: Session;
  readonly secret: RefreshSecret;
  /** Milliseconds since the epoch. */
  readonly secretExpiresAt: number;
}

export async function openSession(
  account: Account,
  audience: string,
  parts: {
    readonly sessions: SessionStore;
    readonly configuration: () => IdentityConfiguration;
    readonly random: FillRandom;
    readonly wall: WallClock;
  },
): Promise<LiveSession> {
  const startedAt = parts.wall();
  const { sessionLifetime } = parts.configuration();
  const id = newId('session', parts.random);
  const session = { id, accountId: account.id, audience, startedAt, expiresAt: startedAt + sessionLifetime };
  const secret = newRefreshSecret(parts.random);
  const secretExpiresAt = refreshExpiry(session, startedAt, parts.configuration());
  await parts.sessions.open(session, {
    id: newId('refreshToken', parts.random),
    sessionId: id,
    hash: hashOf(secret),
    issuedAt: startedAt,
    expiresAt: secretExpiresAt,
  });
  return { session, secret, secretExpiresAt };
}

/** A refresh token waits for its use only so long, and never beyond its session. */
export function refreshExpiry(session: Session, now: number, configuration: IdentityConfiguration): number {
  return Math.min(now + configuration.refreshTokenLifetime, session.expiresAt);
}
