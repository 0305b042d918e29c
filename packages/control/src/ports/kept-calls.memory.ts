import type { KeptCall } from '@signet/contracts';
import type { KeptCallStore } from './kept-calls.ts';

/** For tests and trials: what it keeps ends with the process. */
export function createMemoryKeptCalls(
  audit: { appendNow(deed: Parameters<KeptCallStore['purge']>[1]): void } = { appendNow: () => undefined },
): KeptCallStore {
  const calls = new Map<string, KeptCall>();
  return {
    async append(all) {
      for (const call of all) if (!calls.has(call.reference)) calls.set(call.reference, call);
    },
    async find(reference, now) {
      const found = calls.get(reference);
      return found !== undefined && found.forgetAt > now ? found : undefined;
    },
    async list({ route, since, now, limit }) {
      return [...calls.values()]
        .filter((call) => call.route === route && call.at >= since && call.forgetAt > now)
        .sort(fromTheNewest)
        .slice(0, limit)
        .map(({ reference, at, asked, provider, model }) => ({ reference, at, asked, provider, model }));
    },
    async purge(route, deed) {
      const all = [...calls.values()].filter((call) => call.route === route);
      for (const { reference } of all) calls.delete(reference);
      if (all.length > 0) audit.appendNow(deed);
      return all.length;
    },
    async trim(keep, limit) {
      const most = [...calls.values()]
        .sort((one, other) => other.forgetAt - one.forgetAt || (one.reference < other.reference ? 1 : -1))
        .slice(keep, keep + limit);
      for (const { reference } of most) calls.delete(reference);
      return most.length;
    },
    async forget(now, limit) {
      const over = [...calls.values()].filter(({ forgetAt }) => forgetAt <= now).slice(0, limit);
      for (const { reference } of over) calls.delete(reference);
      return over.length;
    },
  };
}

function fromTheNewest(one: KeptCall, other: KeptCall): number {
  return other.at - one.at || (one.reference < other.reference ? 1 : -1);
}
