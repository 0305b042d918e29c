import type { Journey } from './journey.ts';

/**
 * The requests in progress. An array, since a Set under this churn leaves its outgrown tables behind in the old heap,
 * where each holds on to its requests and to the next table: measured, a quarter of all garbage outlived its time.
 */
export class InFlight {
  readonly #journeys: Journey[] = [];
  #arrived = 0;

  get size(): number {
    return this.#journeys.length;
  }

  add(journey: Journey): void {
    journey.place = this.#journeys.push(journey) - 1;
    journey.arrival = ++this.#arrived;
  }

  /** The last one takes the place that becomes free. */
  remove(journey: Journey): void {
    const last = this.#journeys.pop();
    if (last === undefined || last === journey) return;
    this.#journeys[journey.place] = last;
    last.place = journey.place;
  }

  /** Those that came on this connection, in their order. */
  on(connection: object): Journey[] {
    return this.#journeys.filter(({ call }) => call.connection === connection).sort(byArrival);
  }
}

function byArrival(one: Journey, other: Journey): number {
  return one.arrival - other.arrival;
}
