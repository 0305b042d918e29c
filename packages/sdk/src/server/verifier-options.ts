import type { Clocks, SignatureAlgorithm } from '@signet/contracts';
import type { AudienceClaim } from '@signet/token/verify';
import type { FetchDocument } from '@signet/trust';
import type { RevocationOptions } from './revocations/revocation-options.ts';

/** Whose tokens are taken and for what. The defaults are those of the gateway for tokens of its own Signet. */
export interface VerifierOptions {
  /** Exactly what `iss` must say, such as `https://login.example`. */
  readonly issuer: string;
  /** `aud` must name one of these. */
  readonly audience: string | readonly string[];
  /** The address of the issuer's keys; default what its discovery document names. */
  readonly jwks?: string;
  /** Where a request may have its token; default `['bearer']`. `cookie` is that in which Signet hides it from pages. */
  readonly credentials?: readonly ('bearer' | 'cookie')[];
  /** Those the issuer signs with, and no others; default `ES256`. One of HS256, HS384 and HS512 only beside `secret`. */
  readonly algorithms?: readonly SignatureAlgorithm[];
  /**
   * What Signet shares with this API, as `signet api secret` shows it; two while it is exchanged. Believed for the one
   * `audience` alone. Whoever can read it can sign: prefer a key that is published.
   */
  readonly secret?: string | readonly string[];
  /** Required `typ`; default `at+jwt`. `unstated` takes every token that is not known to be no access token. */
  readonly type?: string;
  /** The claim that stands for the audience where tokens have no `aud`. */
  readonly audienceClaim?: AudienceClaim;
  /** Seconds by which clocks may differ; default 60. */
  readonly clockSkew?: number;
  /** Bytes of the largest token looked at; default 8192. */
  readonly maxTokenBytes?: number;
  /** JSON values in the header of a token, and as many in its claims; default 1000. */
  readonly maxTokenValues?: number;
  /** Allows keys by plain `http:` beyond this machine. */
  readonly dangerouslyAllowInsecureKeys?: boolean;
  /** The Signet whose `/errors` describes the codes, for the `type` of problems; default `issuer`. */
  readonly errorsAt?: string;
  /** Hears of revocations as gateways do; without it a revoked token is good until it expires. */
  readonly revocations?: RevocationOptions;
  readonly clocks?: Clocks;
  readonly fetchDocument?: FetchDocument;
}
