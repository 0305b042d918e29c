/**
 * The workbench of signed tokens (RFC 7515): any algorithm, any payload, every serialisation. Products sign with
 * `sign` and believe with `verify`.
 *
 * @example
 * ```ts
 * import { inspectJws, openInspectionKeys, signJws } from '@signet/token/jws';
 * import { makeKey, readGivenKeys } from '@signet/token/keys';
 *
 * const made = await makeKey({ algorithm: 'Ed448' });
 * if (made.kind === 'refused') throw new Error(made.refusal.sentence);
 * const given = readGivenKeys(made.key.open);
 * if (given.kind === 'refused') throw new Error(given.refusal.sentence);
 * const signed = await signJws({
 *   payload: new TextEncoder().encode('any bytes'),
 *   signers: [{ key: { kind: 'jwk', jwk: made.key.whole }, protectedHeader: '{"alg":"Ed448"}' }],
 *   form: 'flattened',
 * });
 * if (signed.kind === 'refused') throw new Error(signed.refusal.sentence);
 * const { verdict } = await inspectJws(signed.token, { keys: openInspectionKeys(given.key) });
 * verdict.verdict; // → 'verified'
 * ```
 */

export { dangerouslyMakeUnsignedJws } from './dangerously-unsigned-jws.ts';
export type { InspectedJws, JwsInspection, JwsPolicy } from './inspect-jws.ts';
export { inspectJws } from './inspect-jws.ts';
export type { TokenInspection, TokenPolicy } from './inspect-token.ts';
export { inspectToken, refuseUnread } from './inspect-token.ts';
export type { InspectionAlgorithm } from './inspection-algorithm.ts';
export { inspectionAlgorithms, inspectionTraits } from './inspection-algorithm.ts';
export type { InspectionCode, InspectionKeys } from './inspection-keys.ts';
export { openInspectionKeys } from './inspection-keys.ts';
export type { JwsDraft, JwsSigner } from './jws-draft.ts';
export { kidDiffers } from './kid-differs.ts';
export type { Making } from './making.ts';
export { fetchCurves } from './noble-curve.ts';
export { signJws } from './sign-jws.ts';
export { signingAlgorithmsOf } from './signing-algorithms.ts';
