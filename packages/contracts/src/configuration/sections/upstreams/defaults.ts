/** For each upstream, and each of its targets. */
export const upstreamDefaults = {
  weight: 1,
  protocol: 'http1',
  balance: 'round-robin',
  connectTimeout: '2s',
  timeout: '30s',
  maxConnections: 1024,
  /** Long enough for a burst, short enough that people still wait for the answer. */
  waitTimeout: '5s',
  ejectAfter: 5,
  ejectFor: '10s',
  /** Of the checks, where there are any. */
  health: { every: '5s', timeout: '2s', healthyAfter: 2, unhealthyAfter: 3, expect: '200-299' },
  /** Of the breaker, where there is one. */
  breaker: { failures: '50%', within: '10s', least: 20, restFor: '5s' },
  retries: '20%',
  refreshNames: '30s',
} as const;
