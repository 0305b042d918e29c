export type { SigningOptions } from './sign-token.ts';
export { signBytes, signToken } from './sign-token.ts';
