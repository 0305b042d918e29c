import { describe, expect, it } from 'vitest';
import type { BudgetPeriod } from './budget.ts';
import { Calendar } from './calendar.ts';

const endOf = (period: BudgetPeriod, zone: string, at: string): string =>
  new Date(new Calendar().endOf(period, zone, Date.parse(at))).toISOString();

describe('the end of a minute, an hour, a day and a month', () => {
  it.each<[BudgetPeriod, string, string, string]>([
    ['minute', 'UTC', '2026-11-30T13:59:59.999Z', '2026-11-30T14:00:00.000Z'],
    ['minute', 'Asia/Kolkata', '2026-11-30T14:00:00.000Z', '2026-11-30T14:01:00.000Z'],
    ['hour', 'UTC', '2026-11-30T13:59:59.999Z', '2026-11-30T14:00:00.000Z'],
    ['hour', 'UTC', '2026-11-30T14:00:00.000Z', '2026-11-30T15:00:00.000Z'],
    ['hour', 'Asia/Kolkata', '2026-11-30T14:00:00.000Z', '2026-11-30T14:30:00.000Z'],
    ['day', 'Europe/Berlin', '2026-11-30T22:59:59.999Z', '2026-11-30T23:00:00.000Z'],
    ['day', 'Europe/Berlin', '2026-11-30T23:00:00.000Z', '2026-12-01T23:00:00.000Z'],
    ['month', 'Europe/Berlin', '2026-12-31T22:59:59.999Z', '2026-12-31T23:00:00.000Z'],
    ['month', 'America/New_York', '2026-02-10T00:00:00.000Z', '2026-03-01T05:00:00.000Z'],
    ['month', 'UTC', '2028-02-29T12:00:00.000Z', '2028-03-01T00:00:00.000Z'],
    ['month', 'UTC', '2026-01-31T12:00:00.000Z', '2026-02-01T00:00:00.000Z'],
  ])('is right for a %s in %s at %s', (period, zone, at, expected) => {
    expect(endOf(period, zone, at)).toBe(expected);
  });

  it.each<[string, BudgetPeriod, string, string, string]>([
    ['a day of 23 hours', 'day', 'Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00.000Z'],
    ['a day of 25 hours', 'day', 'Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00.000Z'],
    ['a month with both', 'month', 'Europe/Berlin', '2026-10-02T00:00:00Z', '2026-10-31T23:00:00.000Z'],
    [
      'the first of two hours of one name',
      'hour',
      'Europe/Berlin',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:00:00.000Z',
    ],
    ['the second of them', 'hour', 'Europe/Berlin', '2026-10-25T01:30:00Z', '2026-10-25T02:00:00.000Z'],
    [
      'a clock that is set by half an hour',
      'hour',
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00Z',
      '2026-04-04T15:00:00.000Z',
    ],
    [
      'the half hour after',
      'hour',
      'Australia/Lord_Howe',
      '2026-04-04T15:10:00Z',
      '2026-04-04T15:30:00.000Z',
    ],
    [
      'clocks that are set within an hour',
      'hour',
      'America/St_Johns',
      '2010-11-07T02:30:30Z',
      '2010-11-07T02:31:00.000Z',
    ],
    ['a day that has no midnight', 'day', 'Africa/Cairo', '2026-04-23T12:00:00Z', '2026-04-23T22:00:00.000Z'],
  ])('knows %s', (_, period, zone, at, expected) => {
    expect(endOf(period, zone, at)).toBe(expected);
  });

  it('is the same whatever was asked before, also where the clock is set back', () => {
    const calendar = new Calendar();
    const at = Date.UTC(2026, 10, 30, 12, 30);
    const ends = [0, 40, -45, 0].map((minutes) => calendar.endOf('hour', 'UTC', at + minutes * 60_000));
    expect(ends.map((end) => (end - at) / 60_000)).toEqual([30, 90, -30, 30]);
  });

  it('is told of no zone that nobody knows', () => {
    expect(() => new Calendar().endOf('day', 'Europe/Atlantis', 0)).toThrow(RangeError);
  });
});
