import { importVerificationKey } from '@signet/token/keys';
import type { LooseToken } from './careless-answer.ts';

/** Does an RS256 signature stand under this public key in PEM? This part is done right. */
export async function rsaMatches(token: LooseToken, pem: string): Promise<boolean> {
  const read = await importVerificationKey({ from: 'pem', pem }, 'RS256');
  if (read.kind === 'refused') return false;
  return crypto.subtle.verify('RSASSA-PKCS1-v1_5', read.key.key, token.signature, token.input);
}
