export interface IdentityConfiguration {
  /** Audiences (`aud`) for which sign-in issues tokens; the first is the default. Empty: it issues none. */
  readonly audiences: readonly string[];
  readonly accessTokenLifetime: number;
  /** How long a refresh token can wait for its one use. */
  readonly refreshTokenLifetime: number;
  /** After this a session ends, however often it was refreshed. */
  readonly sessionLifetime: number;
  /** A refresh token presented again within this time gets the same successor (two tabs racing); later ends the family. */
  readonly refreshGrace: number;
}
