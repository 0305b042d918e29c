import { newId, type Reference, type WatchedClocks } from '@signet/contracts';
import type { Call } from './call/call.ts';
import type { Denial } from './denial.ts';
import { deny } from './deny.ts';
import type { Door } from './door.ts';
import { handleRequest, type Services } from './handle-request.ts';
import { InFlight } from './in-flight.ts';
import { Journey } from './journey.ts';
import { draw } from './random-pool.ts';
import { record } from './record.ts';
import { accessLineUnread } from './recording/access-line.ts';
import { clientAddress, plainAddress } from './request/client-address.ts';
import type { TrustsProxy } from './request/trusted-proxies.ts';
import type { SnapshotHolder } from './snapshot/swap.ts';
import { beginTrace, traceHeaders } from './tracing/trace-context.ts';

export interface ReceptionOptions {
  readonly snapshots: SnapshotHolder;
  readonly services: Services;
  readonly clocks: WatchedClocks;
  readonly trustsProxy: TrustsProxy;
  readonly newReference?: () => Reference;
}

/** Names every call, gives it a place and the configuration of its time, and sends it on its way through the steps. */
export class Reception {
  readonly inFlight: InFlight = new InFlight();
  readonly #options: ReceptionOptions;

  constructor(options: ReceptionOptions) {
    this.#options = options;
  }

  newReference(): Reference {
    return (this.#options.newReference ?? nameRequest)();
  }

  /** Of a request that was refused before it had a head there is nothing else to say. */
  tellUnread(
    denial: Denial,
    at: { readonly reference: Reference; readonly status: number; readonly peer: string | undefined },
  ): void {
    const { snapshots, services, clocks } = this.#options;
    const wanted = snapshots.live.snapshot.gateway.accessLog;
    if (wanted === undefined) return;
    const line = accessLineUnread(denial, { ...at, at: clocks.wall(), address: plainAddress(at.peer) });
    services.recording.accessLog?.write(wanted.to, line);
  }

  /** @param ended told when the call has been answered and recorded */
  receive(call: Call, scheme: Door['scheme'], ended: () => void): void {
    const journey = this.#begin(call, scheme);
    const noSeat = this.#options.services.seats.seat(journey);
    if (noSeat === undefined) void this.#handle(journey, ended);
    else this.#turnAway(journey, noSeat, ended);
  }

  /** Takes a call of a tool through the steps of the route that the tool is, as one of its caller. Resolves when it has been answered and recorded. */
  receiveInside(outer: Journey, call: Call, route: string): Promise<Journey> {
    const { live, address, scheme } = outer;
    const { clocks, services } = this.#options;
    const context = outer.context && beginTrace(traceHeaders(outer.context), ownTrace);
    const reference = this.newReference();
    const journey = new Journey({ call, live, reference, now: clocks.now(), address, scheme, context });
    journey.onlyRoute = route;
    if (context?.sampled === true) journey.trace.keepTimes(clocks.steady);
    this.inFlight.add(journey);
    live.enter();
    const noSeat = services.seats.seat(journey);
    return new Promise((ended) => {
      if (noSeat === undefined) void this.#handle(journey, () => ended(journey));
      else this.#turnAway(journey, noSeat, () => ended(journey));
    });
  }

  #begin(call: Call, scheme: Door['scheme']): Journey {
    const { snapshots, clocks, trustsProxy } = this.#options;
    const { live } = snapshots;
    const asked = live.snapshot.readAsked(call);
    // Who may ask may say whose request it is.
    const address = clientAddress(call, asked === undefined ? trustsProxy : isAsking(call, trustsProxy));
    const reference = this.newReference();
    const { tracing } = live.snapshot.gateway;
    const trusted = () => trustsProxy(plainAddress(call.peer));
    const context = tracing && beginTrace(call.rawHeaders, { sample: tracing.sample, trusted });
    const now = clocks.now();
    const journey = new Journey({ call: asked ?? call, live, reference, now, address, scheme, context });
    if (context?.sampled === true) journey.trace.keepTimes(clocks.steady);
    this.inFlight.add(journey);
    live.enter();
    return journey;
  }

  async #handle(journey: Journey, ended: () => void): Promise<void> {
    const { services } = this.#options;
    try {
      await handleRequest(journey, services);
    } catch (error) {
      // Not even the refusal or the record could be made.
      services.reportFault(error, journey.reference);
      journey.call.answer.cutOff();
    } finally {
      this.#end(journey, ended);
    }
  }

  #turnAway(journey: Journey, noSeat: Denial, ended: () => void): void {
    deny(journey, noSeat);
    record(journey, this.#options.services.recording, journey.live.snapshot.gateway.records);
    this.#end(journey, ended);
  }

  #end(journey: Journey, ended: () => void): void {
    this.inFlight.remove(journey);
    this.#options.services.seats.leave(journey);
    journey.live.leave();
    ended();
  }
}

/** Of the trace that the call of the tool belongs to. */
const ownTrace = { sample: 0, trusted: () => true };

function isAsking({ peer }: Call, trusts: TrustsProxy): TrustsProxy {
  const asking = plainAddress(peer);
  return (address) => address === asking || trusts(address);
}

function nameRequest(): Reference {
  return newId('reference', draw);
}
