import type { ApiKey } from '@signet/contracts';

/**
 * An API key by its hash, whether it is good or over; undefined where there is none. Throws or rejects where nobody can say:
 * the gateway then refuses.
 */
export type FindApiKey = (hash: string) => Promise<ApiKey | undefined>;
