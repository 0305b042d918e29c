export { holdsContract } from './holds.contract.ts';
export { limiterContract } from './limiter.contract.ts';
export { quotaBookContract } from './quota-book.contract.ts';
export { quotasContract } from './quotas.contract.ts';
export { type RecorderUnderTest, recorderContract } from './recorder.contract.ts';
export { type FeedUnderTest, revocationFeedContract } from './revocation-feed.contract.ts';
export { usedTokensContract } from './used-tokens.contract.ts';
