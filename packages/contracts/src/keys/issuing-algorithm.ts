/**
 * What the keys of this issuer may sign with (RFC 7518 §3.1, RFC 8037 §3.1): those that verifiers in use know, and that a
 * key set can publish. The first is the usual one.
 */
export const issuingAlgorithms = ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'] as const;

export type IssuingAlgorithm = (typeof issuingAlgorithms)[number];
