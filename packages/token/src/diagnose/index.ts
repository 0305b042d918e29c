/**
 * Why a signature does not verify, found by making the usual mistakes one at a time.
 *
 * @example
 * ```ts
 * import { diagnoseSignature } from '@signet/token/diagnose';
 * import { importSigningKey } from '@signet/token/keys';
 * import { signToken } from '@signet/token/sign';
 *
 * const secret = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA';
 * const imported = await importSigningKey({ from: 'jwk', jwk: { kty: 'oct', k: secret } }, 'HS256');
 * if (imported.kind === 'refused') throw new Error(imported.refusal.sentence);
 * const token = await signToken({ sub: 'ada' }, { key: imported.key, type: 'at+jwt' });
 * // The verifier takes the base64url text itself for the secret.
 * const { verifies, findings } = await diagnoseSignature(token, secret);
 * verifies; // → false
 * findings.map(({ code, certainty }) => [code, certainty]); // → [['secret-spelling', 'proven']]
 * ```
 */

export { diagnoseSignature } from './diagnose-signature.ts';
export type { Diagnosis, DiagnosisCode, DiagnosisFinding } from './diagnosis.ts';
