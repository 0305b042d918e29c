export const gatewayDefaults = {
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
  cache: { maxBytes: '64MiB', maxEntries: 10_000 },
  records: { refusalsPerSecond: 200, successesPerSecond: 50 },
} as const;
