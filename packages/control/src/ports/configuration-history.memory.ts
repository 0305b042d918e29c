import type { ConfigurationEntry } from '@signet/contracts';
import type { ConfigurationHistory } from './configuration-history.ts';

/** A history that lasts as long as the process. */
export function createMemoryConfigurationHistory(
  audit: { appendNow(deed: Parameters<ConfigurationHistory['append']>[2]): void } = {
    appendNow: () => undefined,
  },
): ConfigurationHistory {
  let kept: readonly ConfigurationEntry[] = [];
  return {
    newestNumber: async () => kept.at(-1)?.number ?? 0,
    newest: async () => kept.at(-1),
    find: async (number) => kept.find((entry) => entry.number === number),
    page: async ({ limit, before = Number.POSITIVE_INFINITY }) =>
      kept
        .filter(({ number }) => number < before)
        .toReversed()
        .slice(0, limit)
        .map(({ text: _, ...summary }) => summary),
    async append(entry, keep, deed) {
      if (entry.number !== (kept.at(-1)?.number ?? 0) + 1) return false;
      kept = [...kept, structuredClone(entry)].slice(-keep);
      audit.appendNow(deed);
      return true;
    },
  };
}
