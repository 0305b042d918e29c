export const identityDefaults = {
  /** Short, because a gateway that has lost the revocation feed refuses, but another verifier may not. */
  accessTokenLifetime: '15m',
  refreshTokenLifetime: '7d',
  sessionLifetime: '30d',
  /** Two tabs refreshing at once need a moment; a thief needs longer. */
  refreshGrace: '10s',
} as const;
