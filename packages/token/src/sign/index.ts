/**
 * Signs what a product issues. Nothing is added that you did not say: no `iat`, no `exp`.
 *
 * @example
 * ```ts
 * import { generateKeyPair } from '@signet/token/keys';
 * import { parseToken } from '@signet/token/parse';
 * import { signToken } from '@signet/token/sign';
 *
 * const { signing } = await generateKeyPair('ES256', 'key-1');
 * const token = await signToken({ sub: 'ada', exp: 1_700_000_900 }, { key: signing, type: 'at+jwt' });
 * const [header] = parseToken(token).segments;
 * header?.content.kind === 'json' && header.content.text; // → '{"alg":"ES256","kid":"key-1","typ":"at+jwt"}'
 * ```
 */

export type { SigningOptions } from './sign-token.ts';
export { signBytes, signToken } from './sign-token.ts';
