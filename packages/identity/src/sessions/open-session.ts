import { type FillRandom, type IdentityConfiguration, newId, type WallClock } from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { Account, Grant, Lineage, NewFamily, Session, SessionStore } from '../ports/index.ts';
import { hashOf, newRefreshSecret, type RefreshSecret } from './refresh-secret.ts';

/** A session as one client goes on with it, and the refresh token that now stands for that. */
export interface LiveSession {
  readonly lineage: Lineage;
  readonly secret: RefreshSecret;
  /** Milliseconds since the epoch. */
  readonly secretExpiresAt: number;
}

/** What is known of a person who has proven to be who they say. */
export interface SigningIn {
  readonly account: Account;
  readonly factors: Session['factors'];
  readonly device: NonNullable<Session['device']>;
}

/** To which client, for which API, and in the name of which organisation. */
export interface GrantedAtSignIn extends Pick<Grant, 'clientId' | 'scopes' | 'proofKey' | 'organization'> {
  readonly audience: string;
}

/** Opens a session with one grant in it: that of Signet itself, or of the app that signed the person in. */
export async function openSession(
  { account, factors, device }: SigningIn,
  { audience, ...granted }: GrantedAtSignIn,
  parts: {
    readonly sessions: SessionStore;
    readonly configuration: () => IdentityConfiguration;
    readonly random: FillRandom;
    readonly wall: WallClock;
    readonly audit: Audit;
  },
): Promise<LiveSession> {
  const { random } = parts;
  const startedAt = parts.wall();
  const { sessionLifetime } = parts.configuration();
  const session: Session = {
    id: newId('session', random),
    accountId: account.id,
    factors,
    device,
    startedAt,
    expiresAt: startedAt + sessionLifetime,
  };
  const grant: Grant = {
    id: newId('grant', random),
    accountId: account.id,
    audiences: [audience],
    grantedAt: startedAt,
    ...granted,
  };
  const secret = newRefreshSecret(random);
  const secretExpiresAt = refreshExpiry(session, startedAt, parts.configuration());
  const begun = newFamily({ session, grant, hash: hashOf(secret), expiresAt: secretExpiresAt, random });
  const deed = parts.audit.deed('sign_in.succeeded', {
    actor: { kind: 'account', id: account.id },
    target: { kind: 'session', id: session.id },
    details: { methods: factors.map(({ method }) => method).join(' '), agent: device.agent },
  });
  await parts.sessions.open(session, begun, deed);
  return { lineage: { session, grant, family: begun.family }, secret, secretExpiresAt };
}

/** A refresh token waits for its use only so long, and never beyond its session. */
export function refreshExpiry(session: Session, now: number, configuration: IdentityConfiguration): number {
  return Math.min(now + configuration.refreshTokenLifetime, session.expiresAt);
}

/** A family with its first token, on a grant that is new. */
export function newFamily(given: {
  readonly session: Session;
  readonly grant: NewFamily['grant'];
  readonly hash: string;
  readonly expiresAt: number;
  readonly random: FillRandom;
}): NewFamily {
  const { grant, session, hash, expiresAt, random } = given;
  const startedAt = grant.grantedAt;
  const id = newId('family', random);
  return {
    grant,
    family: { id, sessionId: session.id, grantId: grant.id, startedAt },
    first: { id: newId('refreshToken', random), familyId: id, hash, issuedAt: startedAt, expiresAt },
  };
}
