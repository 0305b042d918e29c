/**
 * What holds when the file says nothing: the one place, written as a person would write it.
 * `docs/configuration.md` and `signet.schema.json` show the same values.
 */
export const defaults = {
  identity: {
    /** Short, because a gateway that has lost the revocation feed refuses, but another verifier may not. */
    accessTokenLifetime: '15m',
    refreshTokenLifetime: '7d',
    sessionLifetime: '30d',
    /** Two tabs refreshing at once need a moment; a thief needs longer. */
    refreshGrace: '10s',
  },
  gateway: {
    clockSkew: '60s',
    maxTokenBytes: '8KiB',
    /** A token of 8 KiB that is full of group names of four letters has fewer. */
    maxTokenValues: 1000,
    maxHeaderBytes: '16KiB',
    maxBodyBytes: '10MiB',
    requestTimeout: '30s',
    revocationStaleness: '10s',
    maxConcurrentRequests: 2000,
    maxConcurrentStreams: 2000,
    /** One client, or one proxy that nobody named, takes no more than a tenth. */
    maxAddressShare: '10%',
    streamAfter: '10s',
    records: { refusalsPerSecond: 200, successesPerSecond: 50 },
  },
  upstream: {
    weight: 1,
    balance: 'round-robin',
    connectTimeout: '2s',
    timeout: '30s',
    maxConnections: 1024,
    /** Long enough for a burst, short enough that people still wait for the answer. */
    waitTimeout: '5s',
  },
  route: {
    limitBy: 'route',
  },
} as const;
