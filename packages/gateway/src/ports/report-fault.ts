import type { Reference } from '@signet/contracts';

/** Hears of an error that no step foresaw. Must not throw. */
export type ReportFault = (error: unknown, reference: Reference) => void;
