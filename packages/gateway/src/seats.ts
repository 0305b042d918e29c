import { type GatewayConfiguration, refusal } from '@signet/contracts';
import { Denial } from './denial.ts';
import type { Journey } from './journey.ts';
import { type NoPlace, type Place, type PlaceBounds, Places } from './places.ts';
import type { Holds } from './ports/index.ts';
import { addressBudget } from './request/client-address.ts';

/**
 * The places of all requests in progress. One address holds a share of them at most, so that one client cannot take all;
 * streams have places of their own, as they hold theirs for hours.
 */
export class Seats {
  readonly #calls = new Places();
  readonly #streams = new Places();
  /** What routes let be in progress at once, by the names of their limits. */
  readonly #ofRoutes: Holds;

  constructor(ofRoutes: Holds) {
    this.#ofRoutes = ofRoutes;
  }

  get streams(): number {
    return this.#streams.taken;
  }

  /** Gives a new request its place, or says why there is none. */
  seat(journey: Journey): Denial | undefined {
    const { gateway } = journey.live.snapshot;
    const most = gateway.maxConcurrentRequests;
    const bounds = boundsOf(most, gateway);
    const place = this.#calls.take(addressBudget(journey.address), bounds);
    if (typeof place === 'string') return noPlace(place, bounds, 'requests');
    journey.seat = place;
    return undefined;
  }

  /** Moves a request whose answer lasts to the places of streams; where there is none, it keeps the one it has. */
  moveToStreams(journey: Journey): Denial | undefined {
    const { gateway } = journey.live.snapshot;
    const bounds = boundsOf(gateway.maxConcurrentStreams, gateway);
    const place = this.#streams.take(addressBudget(journey.address), bounds);
    if (typeof place === 'string') return noPlace(place, bounds, 'streams');
    journey.seat?.givenBack();
    journey.seat = place;
    return undefined;
  }

  /** Holds one of so many places of this name until the request has ended; false where all are taken. */
  hold(journey: Journey, name: string, most: number): boolean | Promise<boolean> {
    const taken = this.#ofRoutes.take(name, most);
    return taken instanceof Promise ? taken.then((place) => keep(journey, place)) : keep(journey, taken);
  }

  /** Its caller has the answer, and may ask again: what it holds beside its place (bytes of its body) it still holds. */
  vacate(journey: Journey): void {
    journey.seat?.givenBack();
    journey.seat = undefined;
  }

  leave(journey: Journey): void {
    this.vacate(journey);
    for (const place of journey.held.splice(0)) place.givenBack();
  }
}

function keep(journey: Journey, place: Place | undefined): boolean {
  if (place === undefined) return false;
  journey.held.push(place);
  return true;
}

function boundsOf(most: number, { maxAddressShare }: GatewayConfiguration): PlaceBounds {
  return { most, mostOfOne: Math.max(1, Math.floor(most * maxAddressShare)) };
}

type Kind = 'requests' | 'streams';

function noPlace(why: NoPlace, { most, mostOfOne }: PlaceBounds, kind: Kind): Denial {
  const told =
    why === 'all-taken'
      ? refusal(`overloaded.${kind}`, { most })
      : refusal(`concurrency_limited.${kind}`, { most: mostOfOne });
  const step = kind === 'requests' ? 'read-request' : 'forward';
  return new Denial(step, told, { headers: ['retry-after', '1'] });
}
