import type { TokenRequest } from '@signet/contracts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import { type Binding, certificateIn } from '../tokens/binding.ts';

/** A request for a token, once it is known who asks. */
export interface Asked {
  readonly request: TokenRequest;
  readonly client: RegisteredClient;
  /** Milliseconds since the epoch: when it was asked, before anything was read. */
  readonly now: number;
  /** What the client proved to have, which its tokens are bound to (RFC 9449 §5, RFC 8705 §3). */
  readonly proofKey: Binding | undefined;
}

/** One that is bound to a certificate is sent as any other; the connection says the rest (RFC 8705 §3). */
export function tokenType({ proofKey }: Pick<Asked, 'proofKey'>): 'Bearer' | 'DPoP' {
  return proofKey === undefined || certificateIn(proofKey) !== undefined ? 'Bearer' : 'DPoP';
}
