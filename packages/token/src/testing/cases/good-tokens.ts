import type { Case } from './case.ts';
import { accessTokens } from './good-access-tokens.ts';
import { identityTokens } from './good-identity-tokens.ts';
import type { GoodToken } from './good-token.ts';
import { workloadTokens } from './good-workload-tokens.ts';

const times = { iat: 1_750_000_000, exp: 4_000_000_000 };

function asCase({ name, alg = 'RS256', header, claims, says, audienceClaim }: GoodToken): Case {
  const all = { ...times, ...claims };
  return {
    name,
    token: ({ rsa, ec }) => (alg === 'ES256' ? ec : rsa).token(alg, { kid: 'a', ...header }, all),
    key: ({ rsa, ec }) =>
      JSON.stringify({ keys: [(alg === 'ES256' ? ec : rsa).jwk({ kid: 'a', alg, use: 'sig' })] }),
    answer: 'verified',
    inspect: alg === 'ES256' ? 'P-256 public key' : 'RSA public key of 2048 bits',
    decode: says,
    expects: {
      issuer: String(claims['iss']),
      audience: [claims[audienceClaim ?? 'aud'] ?? 'https://api.example'].flat().map(String)[0] ?? '',
      ...(audienceClaim && { audienceClaim }),
    },
    isGood: true,
  };
}

/** What the big issuers hand out, in the form that they document, signed by keys made here: nothing speaks against it. */
export const goodTokens: readonly Case[] = [...accessTokens, ...identityTokens, ...workloadTokens].map(
  asCase,
);
