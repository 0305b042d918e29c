/**
 * What the keys of this issuer may sign with (RFC 7518 §3.1, RFC 8037 §3.1): those that verifiers in use know, and that a
 * key set can publish. The first is the usual one.
 */
export const issuingAlgorithms = ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'] as const;

export type IssuingAlgorithm = (typeof issuingAlgorithms)[number];

/** Of APIs that ask for a secret which they share with this issuer (RFC 7518 §3.2): whoever verifies could sign as well. */
export const sharedAlgorithms = ['HS256', 'HS384', 'HS512'] as const;

export type SharedAlgorithm = (typeof sharedAlgorithms)[number];

/** What an API may ask for. */
export type ApiAlgorithm = IssuingAlgorithm | SharedAlgorithm;

export const apiAlgorithms: readonly ApiAlgorithm[] = [...issuingAlgorithms, ...sharedAlgorithms];

export function isShared(algorithm: string | undefined): algorithm is SharedAlgorithm {
  return sharedAlgorithms.some((shared) => shared === algorithm);
}

/**
 * Keys that follow each other: `main` signs everything that nothing else is said of, whatever its algorithm; of each
 * algorithm that an API asks for beside, there is one more; and of each API that shares a secret, its secrets.
 */
export type KeySeries = PublishedSeries | SecretSeries;

/** Of which everybody may know the public halves. */
export type PublishedSeries = 'main' | IssuingAlgorithm;

export type SecretSeries = `api:${string}`;

/** The secrets of one API. */
export function secretsOf(api: string): SecretSeries {
  return `api:${api}`;
}

/** Whose secrets these are; `undefined` of keys that are published. */
export function apiOfSecrets(series: KeySeries): string | undefined {
  return isSecretSeries(series) ? series.slice('api:'.length) : undefined;
}

export function isSecretSeries(series: string): series is SecretSeries {
  return series.startsWith('api:');
}
