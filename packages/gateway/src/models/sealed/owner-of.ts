import type { Admitted } from '../../steps/passage.ts';

/** Whose something is that goes out sealed; undefined where nobody can say who asks. */
export function ownerOf(admitted: Admitted): string | undefined {
  if (!('token' in admitted)) return undefined;
  const { issuer, organization, subject, clientId, jti } = admitted.token;
  const nobody = subject === undefined && clientId === undefined;
  if (nobody && jti === undefined) return undefined;
  const words = [issuer, organization ?? null, subject ?? null, clientId ?? null];
  return JSON.stringify([...words, nobody ? jti : null]);
}
