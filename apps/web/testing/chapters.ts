export const lessonNames: readonly string[] = [
  'structure',
  'claims',
  'signatures',
  'life',
  'storage',
  'refresh',
  'revocation',
  'gateways',
  'sso',
  'services',
  'access',
];

/** The attacks, with what both verifiers answer in the end. */
export const attackVerdicts: readonly { readonly name: string; readonly codes: readonly string[] }[] = [
  { name: 'alg-none', codes: ['alg_none'] },
  { name: 'confusion', codes: ['alg_not_pinned'] },
  { name: 'weak-secret', codes: ['key_too_short', 'signature_invalid'] },
  { name: 'kid-injection', codes: ['key_unknown'] },
  { name: 'jku-spoof', codes: ['signature_invalid'] },
  { name: 'replay', codes: ['token_expired', 'audience_unexpected'] },
  { name: 'tampering', codes: ['signature_invalid'] },
];
