import type { SignatureAlgorithm } from '@signet/contracts';
import { importJwks, type SortedKeys } from '@signet/token/keys';
import { KeyFault } from './key-fault.ts';

/**
 * The keys of a JWKS document that may verify with one of `algorithms`, and those that may not, each with the reason.
 * @throws KeyFault when the document is no JWKS; one without keys is the issuer's word that there are none
 */
export async function importKeys(
  document: string,
  algorithms: readonly SignatureAlgorithm[],
): Promise<SortedKeys> {
  const result = await importJwks(document, { algorithms });
  if (result.kind === 'refused') throw new KeyFault(result.refusal.sentence);
  return result;
}
