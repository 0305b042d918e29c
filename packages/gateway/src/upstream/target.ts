import type { Pool } from '../http1/exchange.ts';
import { OriginPool } from '../http1/origin-pool.ts';
import { SessionPool } from '../http2/session-pool.ts';
import { Standing, type StandingRules } from './standing.ts';

export interface TargetOptions extends StandingRules {
  readonly url: string;
  readonly weight: number;
  readonly connectTimeout: number;
  readonly timeout: number;
  readonly maxConnections: number;
  readonly waitTimeout: number;
  readonly protocol: 'http1' | 'http2';
}

/** Kept shorter than servers keep theirs (Node 5 s, nginx 75 s), so that it is mostly we who close. */
const idle = 4_000;
const maxHeadBytes = 64 * 1024;
const maxWaiting = 4_096;

/** One server behind an upstream. */
export class Target {
  /** `host:port`, for records. */
  readonly name: string;
  readonly host: string;
  /** Put before the path of each request; empty or without a slash at its end. */
  readonly basePath: string;
  readonly weight: number;
  readonly pool: Pool;
  readonly standing: Standing;
  /** Of the smooth weighted round-robin. */
  turn = 0;

  constructor({ url, weight, protocol, ...limits }: TargetOptions) {
    const origin = new URL(url);
    this.name = origin.host;
    this.host = origin.host;
    this.basePath = origin.pathname === '/' ? '' : origin.pathname;
    this.weight = weight;
    this.standing = new Standing(limits);
    const bounds = { ...limits, idle, maxHeadBytes, maxWaiting };
    this.pool = protocol === 'http2' ? new SessionPool(origin, bounds) : new OriginPool(origin, bounds);
  }
}
