/**
 * What OpenID Connect keeps between two requests: a code, a question to a person, which browser is signed in, a request
 * that was pushed ahead of the person, the names of what counts once (`seen`), and a sign-in of a device with what is
 * said of it.
 */
export type ProtocolKind =
  | 'code'
  | 'interaction'
  | 'browser'
  | 'pushed_request'
  | 'seen'
  | 'mailed_link'
  | 'email_sign_in'
  | 'mail_budget'
  | 'device'
  | 'device_answer'
  | 'device_pace'
  | 'device_link'
  | 'user_code'
  | 'registration_token';

/** One of them, under the hash of the secret by which it is asked for. */
export interface ProtocolEntry {
  readonly kind: ProtocolKind;
  /** Lower-case hex SHA-256: whoever reads the store can present nothing of it. */
  readonly hash: string;
  /** JSON, as the protocol engine writes it. */
  readonly document: string;
  /** Milliseconds since the epoch, as all times here. */
  readonly expiresAt: number;
  /** Absent while it is unused. */
  readonly usedAt?: number;
}

export type ProtocolKey = Pick<ProtocolEntry, 'kind' | 'hash'>;

/** `used_before` comes with the entry as the first use left it. */
export interface ProtocolUse {
  readonly kind: 'used' | 'used_before';
  readonly entry: ProtocolEntry;
}

export interface ProtocolStore {
  /** Keeps it in the place of what had the same key. A use that is on record stays there. */
  put(entry: ProtocolEntry): Promise<void>;
  /** What has not expired `now`. */
  find(key: ProtocolKey, now: number): Promise<ProtocolEntry | undefined>;
  /**
   * Uses it up, as one atomic compare-and-set: of any number of parallel calls exactly one gets `used`. `undefined` for
   * what is unknown or has expired `now`.
   */
  use(key: ProtocolKey, now: number): Promise<ProtocolUse | undefined>;
  remove(key: ProtocolKey): Promise<void>;
  /** Removes what expired before `before`: at most `limit` entries; answers how many. */
  forget(before: number, limit: number): Promise<number>;
}
