/** What there are samples of, in the groups in which they are offered. */
export const sampleGroups = {
  algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA', 'HS256'],
  kinds: ['access-token', 'id-token', 'dpop-proof', 'sd-jwt', 'encrypted'],
  faults: ['expired', 'other-key', 'quoted-secret', 'unsigned'],
} as const;

export type SampleGroup = keyof typeof sampleGroups;
export type SampleName = (typeof sampleGroups)[SampleGroup][number];
