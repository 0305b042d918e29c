import type { QuotaPeriod, WallTime } from '@signet/contracts';

/** A day or month of the calendar, UTC, in milliseconds. */
export interface QuotaWindow {
  readonly length: number;
  readonly endsAt: number;
}

const day = 86_400_000;

export function quotaWindow(period: QuotaPeriod, now: WallTime): QuotaWindow {
  if (period === 'day') return { length: day, endsAt: (Math.floor(now / day) + 1) * day };
  const date = new Date(now);
  const startsAt = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const endsAt = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  return { length: endsAt - startsAt, endsAt };
}
