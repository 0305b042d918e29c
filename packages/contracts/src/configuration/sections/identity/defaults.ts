export const identityDefaults = {
  /** Short, because a gateway that has lost the revocation feed refuses, but another verifier may not. */
  accessTokenLifetime: '15m',
  refreshTokenLifetime: '7d',
  sessionLifetime: '30d',
  /** Two tabs refreshing at once need a moment; a thief needs longer. */
  refreshGrace: '10s',
  /** Whoever opens the door to everybody says so. */
  registration: 'invitation',
  clientRegistration: 'off',
  /** Whoever reads the mailbox would be in: for an operator to say. */
  emailSignIn: false,
  /** Turned on when people have been told: whoever has none is stopped to add one. */
  secondFactor: 'optional',
  keys: {
    /** A key that leaked unnoticed is good for a season, not for ever. */
    rotateEvery: '90d',
    /** Verifiers that fetch keys once a day know the next one before it signs. */
    publishAhead: '24h',
    /** Short signatures that every verifier knows. */
    algorithm: 'ES256',
  },
} as const;
