import { elapsed, type SteadyTime } from '@signet/contracts';
import type { Denial } from '../denial.ts';
import type { Journey } from '../journey.ts';
import { Histogram } from './histogram.ts';
import type { Outcome, Readings, RequestCount } from './readings.ts';

/** No more than so many routes and upstreams are told apart: what reads them pays for each. The rest counts together. */
const mostRoutes = 1000;
const mostUpstreams = 200;
/** In brackets, which no id has. */
const others = '(others)';
const noRoute = '(none)';

const outcomes: readonly Outcome[] = ['forwarded', 'refused', 'failed'];
/** Classes of the status: 0 where no answer began, then 1xx to 5xx. */
const classes = 6;
const cells = outcomes.length * classes;

/**
 * Measures every request, whether or not a record of it is kept: plain numbers at known places. By a name that a client
 * chose (path, subject) nothing is told apart.
 */
export class Meter {
  readonly #routes = new Map<string, Float64Array>();
  readonly #upstreams = new Map<string, Histogram>();
  readonly #decision = new Histogram();
  readonly #whole = new Histogram();

  measure(journey: Journey, endedAt: SteadyTime): void {
    const { trace, startedAt, forwardedAt, answeredAt, status, denial } = journey;
    this.#count(trace.last('match-route')?.route.id ?? noRoute, outcomeOf(denial, status), status);
    this.#whole.observe(elapsed(startedAt, endedAt));
    this.#decision.observe(elapsed(startedAt, forwardedAt ?? endedAt));
    const upstream = trace.last('forward')?.upstream;
    if (upstream === undefined || forwardedAt === undefined || answeredAt === undefined) return;
    this.#upstream(upstream).observe(elapsed(forwardedAt, answeredAt));
  }

  /** One that was refused before it had a head. */
  refusedUnread(status: number): void {
    this.#count(noRoute, 'refused', status);
  }

  /** @param byCode what counts refusals */
  read(byCode: Readings['byCode']): Readings {
    const upstreams = [...this.#upstreams].map(([name, histogram]) => [name, histogram.read()] as const);
    return {
      requests: [...this.#routes].flatMap(([route, counts]) => requestsOf(route, counts)),
      byCode,
      decision: this.#decision.read(),
      whole: this.#whole.read(),
      upstreams: Object.fromEntries(upstreams),
    };
  }

  #count(route: string, outcome: Outcome, status: number): void {
    const counts = this.#routes.get(route) ?? this.#newRoute(route);
    const cell = outcomes.indexOf(outcome) * classes + classOf(status);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }

  #newRoute(route: string): Float64Array {
    const name = this.#routes.size < mostRoutes ? route : others;
    const counts = this.#routes.get(name) ?? new Float64Array(cells);
    this.#routes.set(name, counts);
    return counts;
  }

  #upstream(upstream: string): Histogram {
    const known = this.#upstreams.get(upstream);
    if (known !== undefined) return known;
    const name = this.#upstreams.size < mostUpstreams ? upstream : others;
    const histogram = this.#upstreams.get(name) ?? new Histogram();
    this.#upstreams.set(name, histogram);
    return histogram;
  }
}

export function outcomeOf(denial: Denial | undefined, status: number): Outcome {
  if (denial === undefined) return 'forwarded';
  return denial.step === 'forward' || status >= 500 ? 'failed' : 'refused';
}

function classOf(status: number): number {
  const statusClass = Math.floor(status / 100);
  return statusClass >= 1 && statusClass < classes ? statusClass : 0;
}

function requestsOf(route: string, counts: Float64Array): readonly RequestCount[] {
  return outcomes.flatMap((outcome, row) =>
    Array.from({ length: classes }, (_, statusClass) => {
      return { route, outcome, statusClass, count: counts[row * classes + statusClass] ?? 0 };
    }).filter(({ count }) => count > 0),
  );
}
