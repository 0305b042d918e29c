export type { ComparedMember, TokenComparison } from './compare-tokens.ts';
export { compareTokens } from './compare-tokens.ts';
