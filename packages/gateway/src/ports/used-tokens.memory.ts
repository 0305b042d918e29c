import { type SteadyTime, steadyMilliseconds } from '@signet/contracts';
import type { UsedTokens } from './used-tokens.ts';

export interface MemoryUsedTokens extends UsedTokens {
  /** At once, unlike one that must ask over the network. */
  use(...parameters: Parameters<UsedTokens['use']>): boolean;
  /** Names that are held. */
  readonly size: number;
}

/** What is over is forgotten minute by minute, so that no call looks through all of them. */
const minute = 60_000;

/** Used tokens of this process alone, at most so many at once: who comes when all are taken is refused. */
export function createMemoryUsedTokens(most = 100_000): MemoryUsedTokens {
  const used = new Set<string>();
  const ending = new Map<number, string[]>();
  let swept = Number.NEGATIVE_INFINITY;

  function forgetOver(now: number): void {
    const current = Math.floor(now / minute);
    if (current <= swept) return;
    swept = current;
    for (const [last, names] of ending) {
      if (last >= current) continue;
      for (const name of names) used.delete(name);
      ending.delete(last);
    }
  }

  return {
    get size() {
      return used.size;
    },
    use(name, milliseconds, now: SteadyTime) {
      const at = steadyMilliseconds(now);
      forgetOver(at);
      if (used.has(name)) return false;
      if (used.size >= most)
        throw new Error(`${most} used tokens are remembered, and there is room for no more`);
      used.add(name);
      const last = Math.floor((at + milliseconds) / minute);
      const names = ending.get(last);
      if (names === undefined) ending.set(last, [name]);
      else names.push(name);
      return true;
    },
  };
}
