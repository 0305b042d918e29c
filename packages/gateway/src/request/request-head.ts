import type { DroppedHeaders } from './dropped-headers.ts';

/** A request's head as the steps see it: read once, in one way only. */
export interface RequestHead {
  readonly method: string;
  /** As it came; the path is not canonical yet. */
  readonly rawPath: string;
  /** With its `?`; empty when there is none. */
  readonly query: string;
  /** The host’s name in lower case, without a port and without a dot at its end; empty where HTTP/1.0 names none. */
  readonly host: string;
  /** `Host` as it came. */
  readonly authority: string;
  /** The values of all `Authorization` headers. */
  readonly authorization: readonly string[];
  /** Those values of `Cookie` headers among which a token may be; no upstream gets it. */
  readonly cookie: readonly string[];
  /** Values that stood where the route lets a token be besides: none of them is among `headers` or in `query`. */
  readonly elsewhere: readonly BroughtToken[];
  /** Likewise values of where the route lets an API key be. */
  readonly keys: readonly BroughtToken[];
  /** What may go to the upstream: name, value, name, value … */
  readonly headers: readonly string[];
  /** What may go to the upstream of a route that makes an exception for the name: name, value, name, value … */
  readonly excepted: readonly string[];
  /** What goes to no upstream: what only a gateway may say, and a cookie of sign-in. */
  readonly dropped: DroppedHeaders | undefined;
  /** Values of `Via`, joined; empty when there is none. */
  readonly via: string;
  readonly body: BodyFraming;
  readonly expectsContinue: boolean;
  /** It would go on as a WebSocket. */
  readonly opensSocket: boolean;
}

export type BodyFraming =
  | { readonly kind: 'none' }
  | { readonly kind: 'length'; readonly bytes: number }
  | { readonly kind: 'chunked' };

export interface BroughtToken {
  /** As the record names it: the header, or the parameter behind a `?`. */
  readonly place: string;
  readonly value: string;
}
