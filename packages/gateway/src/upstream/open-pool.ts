import type { Pool } from '../http1/exchange.ts';
import { OriginPool, type PoolLimits } from '../http1/origin-pool.ts';
import { SessionPool } from '../http2/session-pool.ts';

/** What the servers behind an upstream speak. */
export type UpstreamProtocol = 'http1' | 'http2';

/** Connections to one origin, by what is spoken there. */
export function openPool(origin: URL, protocol: UpstreamProtocol, limits: PoolLimits): Pool {
  return protocol === 'http2' ? new SessionPool(origin, limits) : new OriginPool(origin, limits);
}
