import type { SteadyTime } from '@signet/contracts';

/** Which tokens were used, of those that count once; several gateways may share it. */
export interface UsedTokens {
  /**
   * Notes that the token of this name is used, and answers whether it is for the first time: of any number of callers at
   * once, one hears so. It is remembered for at least `milliseconds`. Throws or rejects where nobody can say, or where there
   * is no room to remember one more: the gateway then refuses.
   */
  use(name: string, milliseconds: number, now: SteadyTime): boolean | Promise<boolean>;
}
