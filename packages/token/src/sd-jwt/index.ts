/**
 * SD-JWTs (RFC 9901): issued, taken apart, and presented with a choice of what they disclose.
 *
 * @example
 * ```ts
 * import { makeKey } from '@signet/token/keys';
 * import { issueSdJwt, readSdJwt } from '@signet/token/sd-jwt';
 *
 * const made = await makeKey({ algorithm: 'ES256' });
 * if (made.kind === 'refused') throw new Error(made.refusal.sentence);
 * const issued = await issueSdJwt({
 *   claims: '{"sub":"ada","email":"ada@example.com"}',
 *   paths: [['email']],
 *   protectedHeader: '{"alg":"ES256","typ":"example+sd-jwt"}',
 *   key: { kind: 'jwk', jwk: made.key.whole },
 * });
 * if (issued.kind === 'refused') throw new Error(issued.refusal.sentence);
 * const read = await readSdJwt(issued.token);
 * read?.disclosures.map(({ path, value }) => [path, value]); // → [['email', 'ada@example.com']]
 * ```
 */

export type { ClaimPath } from './claim-path.ts';
export { readClaimPath } from './claim-path.ts';
export { issueSdJwt } from './issue-sd-jwt.ts';
export type { KeyBindingDraft, SdJwtPresentation } from './present-sd-jwt.ts';
export { presentSdJwt } from './present-sd-jwt.ts';
export { readSdJwt } from './read-sd-jwt.ts';
export type { Disclosure, KeyBinding, SdJwt } from './sd-jwt.ts';
export type { SdJwtDraft } from './sd-jwt-draft.ts';
