import type { ErrorCode } from '@signet/contracts';
import { pageOf } from '../../../ui/address/page-of.ts';

/** What tokens are refused for here under the same code as anywhere else. The rest of the catalogue is not loaded for it. */
export const codesOfTokens: readonly ErrorCode[] = [
  'alg_none',
  'alg_not_pinned',
  'alg_unsupported',
  'audience_unexpected',
  'claim_invalid',
  'claim_missing',
  'crit_unknown',
  'decryption_failed',
  'issuer_unexpected',
  'key_unknown',
  'signature_invalid',
  'token_encrypted',
  'token_expired',
  'token_malformed',
  'token_not_yet_valid',
  'token_oversized',
  'type_unexpected',
];

/** Where the page of a finding's code stands; undefined where its code is none of the catalogue. */
export function pageOfFinding(id: string): string | undefined {
  const code = codesOfTokens.find((each) => each === id);
  return code && pageOf(code);
}
