import type { RejectedKey } from '@signet/token/keys';

/** Hears which keys an issuer publishes that this gateway does not use, and why. Must not throw. */
export type ReportKeys = (issuer: string, rejected: readonly RejectedKey[]) => void;
