import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CanonicalPath, Reference, StepName } from '@signet/contracts';
import type { Denial } from './denial.ts';
import { clientAddress } from './request/client-address.ts';
import type { DroppedHeaders } from './request/dropped-headers.ts';
import type { LiveSnapshot } from './snapshot/live-snapshot.ts';
import type { CompiledRoute } from './snapshot/snapshot.ts';
import type { TrustedToken } from './token/trusted-token.ts';

export interface JourneyStart {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Pinned: a swap in the middle of a request does not reach it. */
  readonly live: LiveSnapshot;
  readonly reference: Reference;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** One request from socket to record, and what has become known of it on the way. Written by `handle-request`, `forward` and `deny` only. */
export class Journey {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly live: LiveSnapshot;
  readonly reference: Reference;
  readonly at: number;
  readonly startedMs: number = performance.now();
  readonly address: string;
  /** The step being taken, or the last one taken. */
  step: StepName = 'read-request';
  path: CanonicalPath | undefined;
  route: CompiledRoute | undefined;
  dropped: DroppedHeaders | undefined;
  token: TrustedToken | undefined;
  #presented: string | undefined;
  denial: Denial | undefined;
  status = 0;
  upstream: { readonly name: string; readonly target: string; readonly status?: number } | undefined;
  /** Where `InFlight` keeps it. */
  place = -1;
  /** Set while an upstream works on the request: ends that, and refuses in its place. */
  interrupt: ((denial: Denial) => void) | undefined;

  constructor({ request, response, live, reference, at }: JourneyStart) {
    this.request = request;
    this.response = response;
    this.live = live;
    this.reference = reference;
    this.at = at;
    this.address = clientAddress(request.socket.remoteAddress);
  }

  /** The token as it came, until it is verified: a private member, so that no dump of a journey shows it. */
  get presented(): string | undefined {
    return this.#presented;
  }

  set presented(compact: string | undefined) {
    this.#presented = compact;
  }
}
