import type { Case } from './case.ts';

type Around = (token: string) => string;

/** Tokens as they stand in other tools: what was around them is taken off and named. A line of JSON brings none of it. */
export const pastedTokens: readonly Case[] = [
  pasted('in quotes', 'quotes', (token) => `"${token}"`),
  pasted(
    'in an Authorization header',
    'the name of the Authorization header',
    (token) => `Authorization: Bearer ${token}`,
  ),
  pasted(
    'in a header of a program',
    'the name of the header',
    (token) => `"Authorization": "Bearer ${token}",`,
  ),
  pasted('in a header of its own', 'the name of the header', (token) => `X-Auth-Token: ${token}`),
  pasted(
    'in a Cookie line',
    'the cookies around the token',
    (token) => `Cookie: theme=dark; session=${token}; a=b`,
  ),
  pasted(
    'in a Set-Cookie line',
    'the cookies around the token',
    (token) => `Set-Cookie: __Host-s=${token}; Path=/; Secure`,
  ),
  pasted(
    'in a curl command',
    'the curl command around the token',
    (token) => `curl -s https://api.example \\\n  -H 'Authorization: Bearer ${token}'`,
  ),
  pasted('in an export', 'the assignment around the token', (token) => `export TOKEN="${token}"`),
  pasted('in an .env line', 'the assignment around the token', (token) => `ACCESS_TOKEN=${token}`),
  pasted('in PowerShell', 'the assignment around the token', (token) => `$env:TOKEN = "${token}"`),
  pasted(
    'in an address',
    'the address or parameters around the token',
    (token) => `https://app.example/#access_token=${token}&token_type=bearer`,
  ),
  pasted(
    'in a token response',
    'the token response around the token',
    (token) => `{"access_token":"${token}","expires_in":300}`,
  ),
  pasted('in other JSON', 'the JSON around the token', (token) => `{"data":{"jwt":"${token}"}}`),
  pasted('in a HAR file', 'the JSON around the token', (token) =>
    JSON.stringify({ log: { entries: [{ value: `Bearer ${token}` }] } }),
  ),
  pasted(
    'in a log line',
    'the text around the token',
    (token) => `2026-01-02 INFO [auth] "${token}" accepted`,
  ),
  pasted('at the end of a sentence', 'the text around the token', (token) => `The token is ${token}.`),
];

function pasted(name: string, removed: string, around: Around): Case {
  return {
    name: `a token ${name}`,
    token: ({ ec }) => around(ec.token('ES256')),
    key: ({ ec }) => ec.pem,
    answer: 'verified',
    but: { lines: null, inspect: null },
    decode: removed,
  };
}
