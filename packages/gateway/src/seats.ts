import type { ErrorCode, GatewayConfiguration, StepName } from '@signet/contracts';
import type { Refusal } from '@signet/token/verdict';
import { Denial } from './denial.ts';
import type { Journey } from './journey.ts';
import { type NoPlace, type PlaceBounds, Places } from './places.ts';
import { addressBudget } from './request/client-address.ts';

/**
 * The places of all requests in progress. One address holds a share of them at most, so that one client cannot take all;
 * streams have places of their own, as they hold theirs for hours.
 */
export class Seats {
  readonly #calls = new Places();
  readonly #streams = new Places();

  get streams(): number {
    return this.#streams.taken;
  }

  /** Gives a new request its place, or says why there is none. */
  seat(journey: Journey): Denial | undefined {
    const { gateway } = journey.live.snapshot;
    const most = gateway.maxConcurrentRequests;
    const bounds = boundsOf(most, gateway);
    const place = this.#calls.take(addressBudget(journey.address), bounds);
    if (typeof place === 'string') return noPlace(place, bounds, calls);
    journey.seat = place;
    return undefined;
  }

  /** Moves a request whose answer lasts to the places of streams; where there is none, it keeps the one it has. */
  moveToStreams(journey: Journey): Denial | undefined {
    const { gateway } = journey.live.snapshot;
    const bounds = boundsOf(gateway.maxConcurrentStreams, gateway);
    const place = this.#streams.take(addressBudget(journey.address), bounds);
    if (typeof place === 'string') return noPlace(place, bounds, streams);
    journey.seat?.givenBack();
    journey.seat = place;
    return undefined;
  }

  leave(journey: Journey): void {
    journey.seat?.givenBack();
    journey.seat = undefined;
  }
}

function boundsOf(most: number, { maxAddressShare }: GatewayConfiguration): PlaceBounds {
  return { most, mostOfOne: Math.max(1, Math.floor(most * maxAddressShare)) };
}

interface Kind {
  readonly step: StepName;
  readonly what: string;
  readonly rule: string;
}

const calls: Kind = { step: 'read-request', what: 'requests', rule: 'gateway.maxConcurrentRequests' };
const streams: Kind = { step: 'forward', what: 'streams', rule: 'gateway.maxConcurrentStreams' };

function noPlace(why: NoPlace, { most, mostOfOne }: PlaceBounds, kind: Kind): Denial {
  const refusal = why === 'all-taken' ? overloaded(most, kind) : concurrencyLimited(mostOfOne, kind);
  return new Denial(kind.step, refusal, { headers: ['retry-after', '1'] });
}

function overloaded(most: number, { what, rule }: Kind): Refusal<ErrorCode> {
  return {
    code: 'overloaded',
    sentence: `The gateway has as many ${what} in progress as it takes.`,
    expected: `at most ${most} ${what} at once`,
    actual: 'more',
    fix: 'Try again in a moment.',
    rule,
  };
}

function concurrencyLimited(most: number, { what }: Kind): Refusal<ErrorCode> {
  return {
    code: 'concurrency_limited',
    sentence: `This address has as many ${what} in progress as one address may have.`,
    expected: `at most ${most} ${what} at once from one address`,
    actual: 'more',
    fix: 'Wait for answers before asking for more. A proxy of yours in front is named with --trusted-proxies.',
    rule: 'gateway.maxAddressShare',
  };
}
