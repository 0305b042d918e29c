import type { Case } from './case.ts';
import type { Members } from './signed-text.ts';

const issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_aB1';
const client = '6abc';
const access = { iss: issuer, sub: 'usr_ada', token_use: 'access', iat: 1_750_000_000, exp: 4_000_000_000 };

/** Surfaces that are told no audience. */
const untold = { lines: 'verified', diagnose: 'verified' } as const;
const missing = { answer: 'claim_missing', says: 'client_id' } as const;
const other = { answer: 'audience_unexpected', says: 'The token is meant for another audience.' } as const;

/** Tokens of an issuer whose `client_id` stands for the audience: that it stands there opens no other door. */
export const audiences: readonly Case[] = [
  { ...holding({ client_id: client }), name: 'a client_id in the place of an audience', answer: 'verified' },
  {
    ...holding({ client_id: client, aud: client }),
    name: 'a client_id and an aud, both as expected',
    answer: 'verified',
  },
  {
    ...holding({ token_use: 'id', aud: client }),
    ...missing,
    name: 'an ID token of the same pool, which has an aud and no client_id',
  },
  {
    ...holding({ client_id: client, aud: 'https://other.example' }),
    ...other,
    name: 'the right client_id beside an aud for somebody else',
  },
  {
    ...holding({ client_id: 'other' }),
    ...other,
    name: 'the client_id of another client',
  },
  {
    ...holding({ client_id: '6ABC' }),
    ...other,
    name: 'the client_id in other letters',
  },
  {
    ...holding({ azp: client }),
    ...missing,
    name: 'an azp where client_id is to stand for the audience',
  },
  ...[[client], [], '', null, true, { [client]: client }].map(
    (value): Case => ({
      ...holding({ client_id: value }),
      name: `a client_id that is ${JSON.stringify(value)}`,
      answer: 'claim_invalid',
      says: 'The claim client_id is not of the kind it must be.',
    }),
  ),
  {
    ...holding({ client_id: client }),
    name: 'no aud where nobody said what stands for it',
    expects: { issuer, audience: client },
    answer: 'claim_missing',
    says: 'Access tokens of Amazon Cognito have no aud.',
  },
];

function holding(claims: Members): Omit<Case, 'name' | 'answer'> {
  return {
    token: ({ rsa }) => rsa.token('RS256', { kid: 'a' }, { ...access, ...claims }),
    key: ({ rsa }) => JSON.stringify({ keys: [rsa.jwk({ kid: 'a', alg: 'RS256' })] }),
    but: untold,
    inspect: 'RSA public key',
    expects: { issuer, audience: client, audienceClaim: 'client_id' },
  };
}
