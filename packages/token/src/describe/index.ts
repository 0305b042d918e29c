export type { DescribedTime } from './describe-time.ts';
export { describeTime, relativeTime } from './describe-time.ts';
export { describeToken } from './describe-token.ts';
export type { DescribedMember, DescribedToken } from './described-token.ts';
export type { Notice } from './notice.ts';
export type { Meaning } from './registry.ts';
export { claimRegistry, headerRegistry } from './registry.ts';
export type { TokenKind } from './token-kind.ts';
