import type { BudgetPeriod } from './budget.ts';

/** When minutes, hours, days and months end in a zone, its summer time included. */
export class Calendar {
  readonly #last = new Map<string, { readonly from: number; readonly endsAt: number }>();

  /**
   * The end of the minute, hour, day or month in which a moment lies. An hour also ends where the zone sets its clocks: of two
   * hours that have one name each is one of its own.
   * @param at milliseconds since the epoch
   * @throws RangeError for a zone that nobody knows
   */
  endOf(period: BudgetPeriod, zone: string, at: number): number {
    const name = `${period} ${zone}`;
    const last = this.#last.get(name);
    if (last !== undefined && at >= last.from && at < last.endsAt) return last.endsAt;
    const endsAt = endIn(period, Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone));
    this.#last.set(name, { from: at, endsAt });
    return endsAt;
  }
}

function endIn(period: BudgetPeriod, at: Temporal.ZonedDateTime): number {
  if (period === 'day') return at.startOfDay().add({ days: 1 }).startOfDay().epochMilliseconds;
  if (period === 'month')
    return at.startOfDay().with({ day: 1 }).add({ months: 1 }).startOfDay().epochMilliseconds;
  const { minute, second, millisecond } = at;
  const gone = second * 1000 + millisecond;
  if (period === 'minute') return at.epochMilliseconds + 60_000 - gone;
  const left = 3_600_000 - minute * 60_000 - gone;
  const change = at.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  return Math.min(at.epochMilliseconds + left, change);
}
