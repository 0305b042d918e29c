import type { ServiceProof } from '../../service/service-options.ts';

/** As which client a verifier hears what was revoked, and when it knows too little. */
export type RevocationOptions = ServiceProof & {
  /** A confidential client that has `ISSUER/oauth/revocations` among its `audiences`. */
  readonly clientId: string;
  /** Seconds without news after which tokens are refused with `revocation_stale`, 3 at least; default 10, as at a gateway. */
  readonly staleness?: number;
  /**
   * What this process is called, such as `orders-3`: letters, digits, `_` and `-`, 48 at most. Log-outs and revocations then
   * wait for it as for a gateway, and `signet revoke --wait` names it. Eight letters are added that are drawn at each start.
   */
  readonly follower?: string;
  /** Hears why there is no news; asking goes on by itself. */
  readonly onFault?: (error: unknown) => void;
  readonly fetch?: (url: URL, init: RequestInit) => Promise<Response>;
};
