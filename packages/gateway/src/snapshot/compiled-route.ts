import type { ClaimPath, LimitConfiguration, SignatureAlgorithm } from '@signet/contracts';
import type { AudienceClaim } from '@signet/token/verify';
import type { KeySource } from '@signet/trust';

/** What a token of an issuer must be, and where the issuer's keys come from. */
export interface IssuerPolicy {
  /** Its name in the configuration. */
  readonly name: string;
  /** Exactly what `iss` must say. */
  readonly issuer: string;
  readonly keys: KeySource;
  readonly algorithms: readonly SignatureAlgorithm[];
  /** The claim that stands for the audience where a token has no `aud`. */
  readonly audienceClaim?: AudienceClaim;
  /** Required `typ`; absent accepts any but those known to be no access token. */
  readonly type?: string;
}

/** An issuer of a route, with what its tokens must be made for there. */
export interface Acceptance {
  readonly policy: IssuerPolicy;
  readonly audience: readonly string[];
}

export type CompiledRoute = OpenRoute | GuardedRoute;

interface RouteBasics {
  readonly id: string;
  readonly upstream: string;
  /** How many segments to take from the front of the path before forwarding. */
  readonly strip: number;
  /** Equal for routes between which it makes no difference which of them takes a request. */
  readonly demands: string;
  readonly limits: readonly CompiledLimit[];
  /** Headers that tell who calls and that clients may send all the same, in lower case. */
  readonly excepted: ReadonlySet<string>;
}

/** A route that the configuration opens to everyone, in as many words. */
export interface OpenRoute extends RouteBasics {
  readonly kind: 'public';
}

export interface GuardedRoute extends RouteBasics {
  readonly kind: 'protected';
  /** By `iss`. */
  readonly accepts: ReadonlyMap<string, Acceptance>;
  readonly scopes: readonly string[];
  /** `scopes` as a challenge names them. */
  readonly scope: string;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly context: readonly ContextHeader[];
}

export interface ContextHeader {
  readonly name: string;
  readonly claim: ClaimPath;
}

export interface CompiledLimit {
  readonly budget: Pick<LimitConfiguration, 'count' | 'per'>;
  readonly by: LimitConfiguration['by'];
  /** Of the budget's name; whose budget it is follows. */
  readonly prefix: string;
}
