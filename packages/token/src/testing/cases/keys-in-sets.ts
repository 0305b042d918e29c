import type { Case } from './case.ts';

/** Keys among others, with and without names. */
export const keysInSets: readonly Case[] = [
  {
    name: 'the key of a set that the token names',
    token: (ring) => ring.ec.token('ES256', { kid: 'a' }),
    key: (ring) => JSON.stringify({ keys: [ring.otherEc.jwk({ kid: 'b' }), ring.ec.jwk({ kid: 'a' })] }),
    answer: 'verified',
    inspect: 'P-256 public key',
  },
  {
    name: 'a set without the name that the token has',
    token: (ring) => ring.ec.token('ES256', { kid: 'z' }),
    key: (ring) => JSON.stringify({ keys: [ring.ec.jwk({ kid: 'a' })] }),
    answer: 'key_unknown',
    says: 'z',
    inspect: 'P-256 public key',
    diagnose: 'the token names the key z',
  },
];
