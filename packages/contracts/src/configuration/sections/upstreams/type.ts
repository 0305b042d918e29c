import type { BreakerConfiguration } from './breaker.ts';
import type { HashBy } from './hash-by.ts';
import type { HealthConfiguration } from './health.ts';
import type { UpstreamTlsConfiguration } from './tls.ts';

/** By name. */
export type UpstreamsConfiguration = Readonly<Record<string, UpstreamConfiguration>>;

export interface UpstreamConfiguration {
  /** At least one; the path of a target's URL, which never ends in a slash, is put before the request's path. */
  readonly targets: readonly { readonly url: string; readonly weight: number }[];
  /** What its targets speak. */
  readonly protocol: 'http1' | 'http2';
  readonly balance: 'round-robin' | 'least-loaded' | 'two-choices' | 'hash';
  /** Present where `balance` is `hash`, and nowhere else. */
  readonly hashBy?: HashBy;
  readonly connectTimeout: number;
  /** From the whole request sent to the first byte of the answer, and between two pieces of it. */
  readonly timeout: number;
  /** To each target, from each gateway process; those that carry streams are not counted. */
  readonly maxConnections: number;
  /** How long a request waits for one of them to come free. */
  readonly waitTimeout: number;
  /** So many failures of a target in a row, and it is not asked for a while. */
  readonly ejectAfter: number;
  /** Milliseconds; twice as long each time that it fails again right after. */
  readonly ejectFor: number;
  /** Absent: whether a target is well is known from requests alone. */
  readonly health?: HealthConfiguration;
  /** Absent: the upstream as a whole is always asked. */
  readonly breaker?: BreakerConfiguration;
  /** Absent: as everybody speaks it, where a target's address is `https`. */
  readonly tls?: UpstreamTlsConfiguration;
  /** Milliseconds after which names of targets are looked up again. */
  readonly refreshNames: number;
  /** Between 0 and 1: of how many requests there may be a second sending. */
  readonly retries: number;
}
