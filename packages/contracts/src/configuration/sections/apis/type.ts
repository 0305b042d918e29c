import type { ApiAlgorithm } from '../../../keys/issuing-algorithm.ts';
import type { ClaimMapping } from './claims.ts';

/** By name. */
export type ApisConfiguration = Readonly<Record<string, ApiConfiguration>>;

/** Something that access tokens are for, and what it knows. */
export interface ApiConfiguration {
  /** The `aud` of its tokens. */
  readonly audience: string;
  /** Milliseconds; absent: as `identity.accessTokenLifetime` says. */
  readonly accessTokenLifetime?: number | undefined;
  /** What its tokens are signed with; absent: as the key that signs everything else. */
  readonly algorithm?: ApiAlgorithm | undefined;
  /** What one may be allowed to do there. */
  readonly permissions: readonly string[];
  /** What else its tokens say, and where that comes from. */
  readonly claims: ClaimMapping;
}
