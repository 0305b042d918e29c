import { exportPublicJwk, generateKeyPair, type VerificationKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import type { LessonId } from '../lesson-id.ts';
import { lessonClaims } from './lesson-claims.ts';

/** A token that was signed a moment ago. Its private key is forgotten already. */
export interface LiveToken {
  readonly token: string;
  readonly key: VerificationKey;
  /** The public key as an indented JWK. */
  readonly publicKey: string;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
}

/** Makes the token of a lesson with a key pair of its own. @param now seconds since the epoch */
export async function makeLiveToken(lesson: LessonId, now: number): Promise<LiveToken> {
  const { signing, verification } = await generateKeyPair('ES256', `${lesson}-1`);
  const { claims, type } = lessonClaims(lesson, now);
  const token = await signToken(claims, { key: signing, type });
  const publicKey = JSON.stringify(await exportPublicJwk(verification), null, 2);
  return { token, key: verification, publicKey, issuedAt: now };
}
