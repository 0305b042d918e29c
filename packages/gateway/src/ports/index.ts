export { mostAmount, nothing } from '../ledger/amounts.ts';
export { checkLabelName, checkLedgerRequest, checkSettlement } from '../ledger/check-request.ts';
export { inPageOrder, type PageCounts, pageName, pageState, withoutRoom } from '../ledger/page-room.ts';
export { type LedgerStep, stepOf } from '../ledger/step-of.ts';
export { type Take, takeOne, wholeIn } from '../limits/gcra.ts';
export { type BudgetLedger, LocalShares } from '../limits/local-shares.ts';
export { quotaGrant } from '../limits/quota-grant.ts';
export { QuotaShares } from '../limits/quota-shares.ts';
export type { AccessLog } from './access-log.ts';
export type { FindApiKey } from './api-keys.ts';
export type { ContextKey, ReadContextKeys } from './context-keys.ts';
export { createMemoryHolds, type MemoryHolds } from './holds.memory.ts';
export type { Holds, Place } from './holds.ts';
export { createMemoryLedger } from './ledger.memory.ts';
export type {
  Amounts,
  Labels,
  Ledger,
  LedgerPage,
  LedgerRequest,
  PageState,
  ReserveAnswer,
  SettleAnswer,
  Settlement,
  SpendingLedger,
} from './ledger.ts';
export type { CostQuery, CostSum, LedgerCheck, LedgerFault, LedgerReader } from './ledger-reader.ts';
export { createMemoryLimiter, type MemoryLimiter } from './limiter.memory.ts';
export type { LimitAnswer, Limiter } from './limiter.ts';
export type { FindPrompt } from './prompts.ts';
export { createMemoryQuotaBook } from './quota-book.memory.ts';
export type { QuotaBook, QuotaPage, QuotaReserve } from './quota-book.ts';
export type { QuotaAnswer, QuotaAsked, Quotas } from './quotas.ts';
export type { Recorder } from './recorder.ts';
export type { ReportFault } from './report-fault.ts';
export type { ReportKeys } from './report-keys.ts';
export { createMemoryFeed, type MemoryFeed } from './revocation-feed.memory.ts';
export type { RevocationFeed, RevocationListener } from './revocation-feed.ts';
export type { Span, SpanAttributes, SpanEvent, SpanSink } from './span-sink.ts';
export { createMemoryUsedTokens, type MemoryUsedTokens } from './used-tokens.memory.ts';
export type { UsedTokens } from './used-tokens.ts';
