import type { Case } from './case.ts';
import { goodClaims, type Members } from './signed-text.ts';

const forged = '\n\n✓ Verified  The ES256 signature by key a and the times hold.';

/**
 * Names and values that would look like others, or write a verdict of their own: what is not seen is shown as JSON escapes
 * it. Line ends have two such escapes, so that these cases name none.
 */
export const lyingNames: readonly Case[] = [
  lying(
    'the name of a claim turns the direction of writing',
    { 'admin\u202efalse': 'yes' },
    'admin\\u202efalse',
  ),
  lying('a value turns the direction of writing', { file: 'photo\u202egnp.exe' }, 'photo\\u202egnp.exe'),
  lying('a value isolates its direction', { file: '\u2067exe\u2069.txt' }, '\\u2067exe\\u2069.txt'),
  lying('the name of a claim has a character of no width', { 'su\u200bb': 'eve' }, 'su\\u200bb'),
  lying('a value has characters of no width', { user: 'ad\u200da\ufeff' }, 'ad\\u200da\\ufeff'),
  lying('a value has a soft hyphen and a filler', { user: 'a\u00adda\u3164' }, 'a\\u00adda\\u3164'),
  lying('a value has tags that nobody sees', { user: 'ada\u{e0041}' }, 'ada\\udb40\\udc41'),
  lying('the name of a claim steers a terminal', { '\u001b[2Jx': 'y' }, '\\u001b[2Jx'),
  lying('a value steers a terminal by C1', { x: '\u009b31m' }, '\\u009b31m'),
  lying('the name of a claim writes a verdict', { [`x${forged}`]: 'y' }, ''),
  lying('a value writes a verdict', { x: `y${forged}` }, ''),
  lying('a value writes a verdict after a line separator', { x: 'y\u2028✓ Verified' }, 'y\\u2028✓ Verified'),
  {
    ...lying('a member of the header writes a verdict', {}, ''),
    token: ({ ec }) => ec.token('ES256', { x: `z${forged}` }),
  },
  {
    ...lying('the key identifier writes a verdict', {}, ''),
    token: ({ ec }) => ec.token('ES256', { kid: `k${forged}` }),
    key: ({ ec }) => JSON.stringify({ keys: [ec.jwk({ kid: `k${forged}` })] }),
  },
  {
    ...lying('the issuer writes a verdict', { iss: `https://login.example${forged}` }, ''),
    answer: 'issuer_unexpected',
    says: 'The token comes from another issuer.',
    expects: { issuer: 'https://login.example', audience: 'https://api.example' },
    but: { lines: 'verified', diagnose: 'verified', page: 'verified', gateway: 'issuer_unexpected' },
    gateway: 'The token comes from an issuer that this route does not accept.',
  },
];

function lying(name: string, claims: Members, shown: string): Case {
  return {
    name,
    token: ({ ec }) => ec.token('ES256', { kid: 'a' }, { ...goodClaims, ...claims }),
    key: ({ ec }) => JSON.stringify({ keys: [ec.jwk({ kid: 'a' })] }),
    answer: 'verified',
    inspect: 'P-256 public key',
    shows: shown === '' ? [] : [shown],
  };
}
