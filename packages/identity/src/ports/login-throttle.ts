/** Slows whoever guesses at passwords, and not the owner of the account. What it is told of is a name as typed: known or not. */
export interface LoginThrottle {
  /**
   * Counts the attempt as failed before it is tried, so that parallel guesses cannot slip past together; of the
   * answers `succeeded` and `abandoned` take that back.
   */
  begin(attempt: SignInAttempt): Promise<Attempt | Throttled>;
}

export interface SignInAttempt {
  readonly username: string;
  /** Of the client, as the trusted proxies tell it. */
  readonly address: string;
  /** Only where the device has proved that it signed in to this very account before. */
  readonly knownDevice?: string;
}

export interface Attempt {
  readonly kind: 'attempt';
  /** Forgets the failures of this device, or of this network at this account, whose owner has come. */
  succeeded(): Promise<void>;
  /** It was never tried, so it counts for nothing. */
  abandoned(): Promise<void>;
}

export interface Throttled {
  readonly kind: 'throttled';
  /** Whole seconds, at least 1; whoever comes back then, and alone, is let through. */
  readonly retryAfter: number;
  readonly by: 'account' | 'address' | 'network';
}
