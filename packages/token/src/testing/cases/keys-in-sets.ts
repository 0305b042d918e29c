import type { Case } from './case.ts';
import type { Members } from './signed-text.ts';

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
  {
    name: 'a set whose one key has no kid',
    token: ({ ec }) => ec.token('ES256', { kid: 'z' }),
    key: ({ ec }) => setOf(ec.jwk()),
    answer: 'verified',
    inspect: 'P-256 public key',
  },
  {
    name: 'a set of nine keys without kid, of which the last signed',
    token: ({ ec }) => ec.token('ES256', { kid: 'z' }),
    key: ({ ec, otherEc }) =>
      setOf(...Array.from({ length: 8 }, (_, index) => otherEc.jwk({ use: 'sig', note: index })), ec.jwk()),
    answer: 'verified',
    but: { gateway: 'signature_invalid' },
    says: '1 more could fit',
    inspect: 'P-256 public key',
  },
  {
    name: 'a set in which another key has the name and the one without a name signed',
    token: ({ ec }) => ec.token('ES256', { kid: 'a' }),
    key: ({ ec, otherEc }) => setOf(otherEc.jwk({ kid: 'a' }), ec.jwk()),
    answer: 'verified',
    inspect: 'P-256 public key',
  },
  {
    name: 'a token without kid and two keys that have names',
    token: ({ ec }) => ec.token('ES256'),
    key: ({ ec, otherEc }) => setOf(otherEc.jwk({ kid: 'a' }), ec.jwk({ kid: 'b' })),
    answer: 'verified',
    inspect: 'P-256 public key',
  },
];

function setOf(...keys: readonly Members[]): string {
  return JSON.stringify({ keys });
}
