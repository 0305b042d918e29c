import { thumbprint } from '../keys/generate-key-pair.ts';
import type { Jwk } from '../keys/key.ts';
import { examineToken, member } from '../lint/examined-token.ts';
import { parseToken } from '../parse/parse-token.ts';
import { quoteValue } from '../verdict/quote.ts';
import type { ProfileReport } from './profile.ts';

const reference = 'RFC 9449 §6.1';
/** A token that is too long to be read would pass for an opaque one. */
const mostCharacters = 2 * 1024 * 1024;

/** Whether the access token is bound to the key of the proof: its `cnf.jkt` is that key's thumbprint. */
export async function checkBinding(report: ProfileReport, jwk: Jwk, accessToken: string): Promise<void> {
  const own = await thumbprintOf(jwk);
  if (own === undefined) {
    const fix = 'Put a whole public JWK into the header.';
    report.add('jwk', 'jwk-unreadable', { sentence: 'The key of the proof lacks members.', fix, reference });
    return;
  }
  const token = examineToken(parseToken(accessToken, { maxBytes: mostCharacters }), report.token.now);
  // An opaque access token is bound as well, but only its issuer can say to what (RFC 9449 §6.2).
  if (!token.hasClaims) return;
  const cnf = member(token.claims, 'cnf')?.value;
  const jkt = isConfirmation(cnf) ? cnf.jkt : undefined;
  if (jkt === own) return;
  if (jkt === undefined) {
    const fix = 'Have the issuer bind the token: cnf with jkt.';
    const sentence = 'The access token is bound to no key (cnf.jkt), so that it works without any proof.';
    report.add('cnf', 'cnf-missing', { sentence, fix, reference });
    return;
  }
  const sentence = `The access token is bound to the key ${quoteValue(jkt)}, the proof is made with ${own}.`;
  const fix = 'Prove with the key that the token was asked for with; else somebody else is using the token.';
  report.add('jwk', 'jkt-unexpected', { sentence, fix, reference });
}

/** RFC 7638; undefined where required members are missing. */
async function thumbprintOf(jwk: Jwk): Promise<string | undefined> {
  const wanted = { EC: ['crv', 'x', 'y'], OKP: ['crv', 'x'], RSA: ['e', 'n'], AKP: ['alg', 'pub'] };
  const names = Object.entries(wanted).find(([kty]) => kty === jwk['kty'])?.[1];
  if (names === undefined || names.some((name) => !isName(jwk[name]))) return undefined;
  return thumbprint(jwk);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isConfirmation(value: unknown): value is { readonly jkt?: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
