export { type Take, takeOne, wholeIn } from '../limits/gcra.ts';
export { createMemoryLimiter, type MemoryLimiter } from './limiter.memory.ts';
export type { LimitAnswer, Limiter } from './limiter.ts';
export type { Recorder } from './recorder.ts';
export type { ReportFault } from './report-fault.ts';
export type { ReportKeys } from './report-keys.ts';
export { createMemoryFeed, type MemoryFeed } from './revocation-feed.memory.ts';
export type { RevocationFeed, RevocationListener } from './revocation-feed.ts';
