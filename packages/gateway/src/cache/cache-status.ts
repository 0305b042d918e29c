/** Why a request went to its upstream (RFC 9211 §2.2). */
export type Forwarded = 'bypass' | 'uri-miss' | 'vary-miss' | 'stale' | 'request';

export interface StatusParts {
  readonly fwd?: Forwarded;
  readonly fwdStatus?: number;
  readonly stored?: boolean;
  readonly collapsed?: boolean;
  /** Seconds; negative where it is stale. */
  readonly ttl?: number;
}

/** What a cache says of an answer in `Cache-Status`, in its order (RFC 9211 §2). */
export function cacheStatus({ fwd, fwdStatus, stored, collapsed, ttl }: StatusParts): string {
  return [
    'signet',
    fwd === undefined ? 'hit' : `fwd=${fwd}`,
    ...(fwdStatus === undefined ? [] : [`fwd-status=${fwdStatus}`]),
    ...(stored === true ? ['stored'] : []),
    ...(collapsed === true ? ['collapsed'] : []),
    ...(ttl === undefined ? [] : [`ttl=${ttl}`]),
  ].join('; ');
}
