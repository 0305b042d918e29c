import type { TokenRequest } from '@signet/contracts';
import type { RegisteredClient } from '../clients/registered-client.ts';

/** A request for a token, once it is known who asks. */
export interface Asked {
  readonly request: TokenRequest;
  readonly client: RegisteredClient;
  /** Milliseconds since the epoch: when it was asked, before anything was read. */
  readonly now: number;
  /** The thumbprint of the key that the client proved to have, which its tokens are bound to (RFC 9449 §5). */
  readonly proofKey: string | undefined;
}

export function tokenType({ proofKey }: Pick<Asked, 'proofKey'>): 'Bearer' | 'DPoP' {
  return proofKey === undefined ? 'Bearer' : 'DPoP';
}
