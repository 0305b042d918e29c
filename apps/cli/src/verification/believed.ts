import type { Finding } from '@signet/token/lint';
import type { Claims } from '@signet/token/verify';
import type { CheckedSelective } from './check-selective.ts';
import type { CheckedSignature } from './check-signature.ts';

/** A token that may be believed, and how far. */
export interface Believed extends CheckedSignature {
  /** Absent where the payload is no claims set. */
  readonly claims?: Claims;
  readonly selective?: CheckedSelective;
  readonly findings: readonly Finding[];
  /** What was not asked for, or not there to be checked. */
  readonly unchecked: readonly string[];
}
