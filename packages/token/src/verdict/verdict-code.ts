/** Every reason for which `packages/token` refuses a token. Stable: a code is never renamed or reused. */
export const verdictCodes = [
  'token_malformed',
  'token_oversized',
  'token_encrypted',
  'alg_none',
  'alg_not_pinned',
  'alg_unsupported',
  'key_unknown',
  'signature_invalid',
  'decryption_failed',
  'crit_unknown',
  'type_unexpected',
  'claim_missing',
  'claim_invalid',
  'issuer_unexpected',
  'audience_unexpected',
  'token_expired',
  'token_not_yet_valid',
] as const;

export type VerdictCode = (typeof verdictCodes)[number];
