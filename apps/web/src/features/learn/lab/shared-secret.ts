import { importSigningKey, importVerificationKey, type VerificationKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import type { ClaimSet } from './scene.ts';

/** A secret as it should be: 32 random bytes. */
export function makeSecret(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}

/** Signs with HS256, and gives the key that verifies. @throws Error where the secret is refused. */
export async function signHonestly(
  claims: ClaimSet,
  secret: Uint8Array<ArrayBuffer>,
  kid?: string,
): Promise<{ readonly token: string; readonly key: VerificationKey }> {
  const material = { from: 'secret', secret, ...(kid !== undefined && { kid }) } as const;
  const signing = await importSigningKey(material, 'HS256');
  const verification = await importVerificationKey(material, 'HS256');
  if (signing.kind === 'refused') throw new Error(signing.refusal.sentence);
  if (verification.kind === 'refused') throw new Error(verification.refusal.sentence);
  return { token: await signToken(claims, { key: signing.key, type: 'JWT' }), key: verification.key };
}
