import type { CertificateProxies } from '../../fields/certificate-proxies.ts';
import type { AccessLogConfiguration, TracingConfiguration } from './telemetry.ts';

/** Where proxies ask whether to forward a request that they hold. */
export interface ForwardAuthConfiguration {
  /** Without a slash at its end. */
  readonly path: string;
  /** Who may ask: addresses and networks. */
  readonly proxies: readonly string[];
}

export interface GatewayConfiguration {
  readonly clockSkew: number;
  readonly maxTokenBytes: number;
  /** JSON values in a token's claims, and as many in its header. */
  readonly maxTokenValues: number;
  readonly maxHeaderBytes: number;
  readonly maxBodyBytes: number;
  /** How long a client may take to send its whole request. */
  readonly requestTimeout: number;
  /** Without news from the revocation feed for this long, routes that need a token answer 503. */
  readonly revocationStaleness: number;
  readonly maxConcurrentRequests: number;
  /** Lasting answers, counted apart from other requests. */
  readonly maxConcurrentStreams: number;
  /** What one client address may hold of either, between 0 and 1. */
  readonly maxAddressShare: number;
  /** An answer that has gone on for so long counts as a stream. */
  readonly streamAfter: number;
  /** Absent: no certificate counts, and a token that is bound to one is refused. */
  readonly clientCertificates?: CertificateProxies | undefined;
  /** Absent: no proxy may ask. */
  readonly forwardAuth?: ForwardAuthConfiguration | undefined;
  /** Absent: no such log is written. */
  readonly accessLog?: AccessLogConfiguration;
  /** Absent: nothing is sent, and `traceparent` is a header as any other. */
  readonly tracing?: TracingConfiguration;
  /** What one gateway process keeps of answers, for all routes together. */
  readonly cache: { readonly maxBytes: number; readonly maxEntries: number };
  /** How many decisions a second are kept for `signet explain`; the rest are only counted. */
  readonly records: { readonly refusalsPerSecond: number; readonly successesPerSecond: number };
}
