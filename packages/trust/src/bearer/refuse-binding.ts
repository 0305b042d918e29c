import { refusal, type SignetRefusal } from '@signet/contracts';
import type { Claims } from '@signet/token/verify';

/** What the sender of a token has shown to have. */
export interface ShownKeys {
  /** The thumbprint of the key of a proof; its token is bound to it, and no other will do. */
  readonly proofKey?: string | undefined;
  /** That of a certificate that is good now, or an empty text; a token that is bound to nothing is good beside it. */
  readonly certificate?: string | undefined;
}

/**
 * Why a token is not good for who sent it (RFC 9449 §7.1, RFC 8705 §3). What binds in another way, in two, or cannot be read is
 * bound to what nobody has shown.
 */
export function refuseBinding({ cnf }: Claims, shown: ShownKeys): SignetRefusal | undefined {
  if (cnf === undefined && shown.proofKey === undefined) return undefined;
  const fault = faultOf(cnf, shown);
  return fault && refusal(`token_bound.${fault}`);
}

function faultOf(cnf: unknown, { proofKey, certificate }: ShownKeys) {
  if (typeof cnf !== 'object' || cnf === null || Object.keys(cnf).length !== 1) return 'to_key';
  if ('jkt' in cnf) return proofKey !== undefined && cnf.jkt === proofKey ? undefined : 'to_key';
  if (!('x5t#S256' in cnf) || proofKey !== undefined) return 'to_key';
  if (certificate === undefined) return 'certificate_missing';
  return cnf['x5t#S256'] === certificate ? undefined : 'certificate_other';
}
