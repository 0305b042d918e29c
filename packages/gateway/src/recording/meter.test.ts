import { steadyTime } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import type { Journey } from '../journey.ts';
import { Trace } from '../trace.ts';
import { histogramBounds } from './histogram.ts';
import { Meter } from './meter.ts';
import { addReadings } from './readings.ts';

/** A request to this route that came at 0 and got an answer of 200, as far as a meter looks at it. */
function journeyTo(route: string, changed: object = {}): Journey {
  const trace = new Trace();
  trace.tell({ step: 'match-route', route: { id: route }, path: '/x' } as never);
  trace.tell({ step: 'forward', attempt: 1, upstream: `of-${route}` } as never);
  return {
    trace,
    startedAt: steadyTime(0),
    forwardedAt: steadyTime(0.2),
    answeredAt: steadyTime(4.2),
    status: 200,
    denial: undefined,
    ...changed,
  } as unknown as Journey;
}

const bucketOf = (seconds: number) => histogramBounds.findIndex((bound) => seconds <= bound);

describe('a meter', () => {
  it('counts by route, outcome and class of the status, and how long each part took', () => {
    const meter = new Meter();
    meter.measure(journeyTo('orders'), steadyTime(5));
    meter.measure(journeyTo('orders'), steadyTime(40_000));
    const refused = { denial: { step: 'verify-token' }, status: 401, forwardedAt: undefined };
    meter.measure(journeyTo('orders', refused), steadyTime(1));
    meter.measure(journeyTo('orders', { denial: { step: 'forward' }, status: 502 }), steadyTime(1));
    meter.refusedUnread(400);
    const { requests, decision, whole, upstreams, byCode } = meter.read({ token_missing: 1 });
    expect(requests).toEqual([
      { route: 'orders', outcome: 'forwarded', statusClass: 2, count: 2 },
      { route: 'orders', outcome: 'refused', statusClass: 4, count: 1 },
      { route: 'orders', outcome: 'failed', statusClass: 5, count: 1 },
      { route: '(none)', outcome: 'refused', statusClass: 4, count: 1 },
    ]);
    expect(byCode).toEqual({ token_missing: 1 });
    expect([decision.counts[bucketOf(0.0002)], decision.counts[bucketOf(0.001)]]).toEqual([3, 1]);
    expect([whole['orders']?.counts.at(-1), whole['orders']?.sum]).toEqual([1, expect.closeTo(40.006)]);
    expect(upstreams['of-orders']?.counts[bucketOf(0.0042)]).toBe(3);
  });

  it('tells a thousand routes and two hundred upstreams apart, and counts the rest together', () => {
    const meter = new Meter();
    for (let nth = 0; nth < 3000; nth += 1) meter.measure(journeyTo(`route-${nth}`), steadyTime(5));
    const { requests, upstreams, whole } = meter.read({});
    expect(Object.keys(whole)).toHaveLength(201);
    expect(requests).toHaveLength(1001);
    expect(requests.at(-1)).toMatchObject({ route: '(others)', count: 2000 });
    expect(Object.keys(upstreams)).toHaveLength(201);
  });

  it('is added to that of another process', () => {
    const [one, other] = [new Meter(), new Meter()];
    one.measure(journeyTo('orders'), steadyTime(5));
    other.measure(journeyTo('orders'), steadyTime(5));
    other.measure(journeyTo('bills'), steadyTime(5));
    const sum = addReadings(one.read({ token_missing: 1 }), other.read({ token_missing: 2, not_found: 1 }));
    expect(sum.requests.map(({ route, count }) => [route, count])).toEqual([
      ['orders', 2],
      ['bills', 1],
    ]);
    expect(sum.byCode).toEqual({ token_missing: 3, not_found: 1 });
    expect(sum.whole['orders']?.counts.reduce((all, count) => all + count)).toBe(2);
    expect(Object.keys(sum.upstreams)).toEqual(['of-orders', 'of-bills']);
  });
});
