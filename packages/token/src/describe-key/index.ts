/**
 * What a key is, in words: kind, size, thumbprint, the algorithms it fits, its weaknesses. No private member is
 * answered.
 *
 * @example
 * ```ts
 * import { describeKey } from '@signet/token/describe-key';
 *
 * const described = await describeKey('correct horse battery staple, and 32 bytes of it');
 * const [key] = described.kind === 'keys' ? described.keys : [];
 * [key?.kty, key?.bits]; // → ['oct', 384]
 * ```
 */

export { describeKey } from './describe-key.ts';
export type { DescribedKey, DescribeKeyOptions, KeyDescription } from './described-key.ts';
