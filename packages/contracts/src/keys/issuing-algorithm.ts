/**
 * What the keys of this issuer may sign with (RFC 7518 §3.1, RFC 8037 §3.1): those that verifiers in use know, and that a
 * key set can publish. The first is the usual one.
 */
export const issuingAlgorithms = ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'] as const;

/**
 * Keys that follow each other: `main` signs everything that nothing else is said of, whatever its algorithm; of each
 * algorithm that an API asks for beside, there is one more.
 */
export type KeySeries = 'main' | IssuingAlgorithm;

export type IssuingAlgorithm = (typeof issuingAlgorithms)[number];
