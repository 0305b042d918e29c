import type { FoundPrompt, WantedVersion } from '@signet/contracts';

/**
 * A published prompt by its name, and by the version where the caller names one; undefined where there is none. Throws or rejects
 * where nobody can say: the gateway then refuses.
 */
export type FindPrompt = (name: string, wanted?: WantedVersion) => Promise<FoundPrompt | undefined>;
