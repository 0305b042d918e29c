import { createHash } from 'node:crypto';
import type { WallClock } from '@signet/contracts';
import type { ProtocolStore } from '../ports/index.ts';

/** Whether one more mail about this may go to this account or address; `false` once there were enough. */
export type TakeFromBudget = (whose: string, purpose: string) => Promise<boolean>;

/** Asked once for a mail, however often it is written. */
export async function isWithinBudget(
  { attempts }: { readonly attempts: number },
  whose: readonly string[],
  purpose: string,
  { takeFromBudget }: { readonly takeFromBudget: TakeFromBudget },
): Promise<boolean> {
  if (attempts > 0) return true;
  for (const each of whose) if (!(await takeFromBudget(each, purpose))) return false;
  return true;
}

const hour = 60 * 60_000;
const mostAnHour = 5;

/** Five an hour for each account, address and purpose, counted in the store that the nodes share: nobody fills a mailbox from here. */
export function createMailBudget(parts: {
  readonly protocol: ProtocolStore;
  readonly wall: WallClock;
}): TakeFromBudget {
  return async (whose, purpose) => {
    const now = parts.wall();
    const slot = Math.floor(now / hour);
    for (let place = 0; place < mostAnHour; place += 1) {
      const hash = createHash('sha256').update(`${whose} ${purpose} ${slot} ${place}`).digest('hex');
      const key = { kind: 'mail_budget', hash } as const;
      await parts.protocol.put({ ...key, document: '{}', expiresAt: (slot + 1) * hour });
      if ((await parts.protocol.use(key, now))?.kind === 'used') return true;
    }
    return false;
  };
}
