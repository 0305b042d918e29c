import { elapsed, type SteadyTime } from '@signet/contracts';
import type { Denial } from '../denial.ts';
import type { Journey } from '../journey.ts';
import { Histogram, type HistogramReading } from './histogram.ts';
import type { Outcome, Readings, RequestCount } from './readings.ts';

/** No more than so many routes and upstreams are told apart: what reads them pays for each. The rest counts together. */
const mostRoutes = 1000;
const mostUpstreams = 200;
/** A histogram is twenty series. */
const mostTimedRoutes = 200;
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
  readonly #whole = new Map<string, Histogram>();

  measure(journey: Journey, endedAt: SteadyTime): void {
    const { trace, startedAt, forwardedAt, answeredAt, status, denial } = journey;
    const route = trace.last('match-route')?.route.id ?? noRoute;
    this.#count(route, outcomeOf(denial, status), status);
    histogramOf(this.#whole, route, mostTimedRoutes).observe(elapsed(startedAt, endedAt));
    this.#decision.observe(elapsed(startedAt, forwardedAt ?? endedAt));
    const upstream = trace.lastAttempt?.upstream;
    if (upstream === undefined || forwardedAt === undefined || answeredAt === undefined) return;
    histogramOf(this.#upstreams, upstream, mostUpstreams).observe(elapsed(forwardedAt, answeredAt));
  }

  /** One that was refused before it had a head. */
  refusedUnread(status: number): void {
    this.#count(noRoute, 'refused', status);
  }

  /** @param byCode what counts refusals */
  read(byCode: Readings['byCode']): Readings {
    return {
      requests: [...this.#routes].flatMap(([route, counts]) => requestsOf(route, counts)),
      byCode,
      decision: this.#decision.read(),
      whole: readAll(this.#whole),
      upstreams: readAll(this.#upstreams),
      cache: {},
      told: {},
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
}

/** One that is new where there are enough counts with the others. */
function histogramOf(known: Map<string, Histogram>, name: string, most: number): Histogram {
  const found = known.get(name);
  if (found !== undefined) return found;
  const counted = known.size < most ? name : others;
  const histogram = known.get(counted) ?? new Histogram();
  known.set(counted, histogram);
  return histogram;
}

function readAll(known: ReadonlyMap<string, Histogram>): Readonly<Record<string, HistogramReading>> {
  return Object.fromEntries([...known].map(([name, histogram]) => [name, histogram.read()] as const));
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
