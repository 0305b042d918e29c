export { holdsContract } from './holds.contract.ts';
export {
  aLedgerRequest,
  aPage,
  aSettlement,
  type LedgerUnderTest,
  ledgerContract,
} from './ledger.contract.ts';
export { ledgerReaderContract } from './ledger-reader.contract.ts';
export { limiterContract } from './limiter.contract.ts';
export { quotaBookContract } from './quota-book.contract.ts';
export { quotasContract } from './quotas.contract.ts';
export { type RecorderUnderTest, recorderContract } from './recorder.contract.ts';
export { type FeedUnderTest, revocationFeedContract } from './revocation-feed.contract.ts';
export { usedTokensContract } from './used-tokens.contract.ts';
