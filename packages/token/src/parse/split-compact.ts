import { malformed } from '../verdict/malformed.ts';
import { refused, type Verdict, verified } from '../verdict/verdict.ts';
import { splitJoined } from './find-tokens.ts';

/** The three segments of a compact JWS as they came. */
export interface CompactSegments {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
}

/** Splits a compact JWS (RFC 7515 §7.1); a token of five segments is named as what it is. */
export function splitCompact(token: string): Verdict<CompactSegments> {
  if (token.includes('…')) return cutOff();
  const segments = token.split('.', 6);
  const [header, payload, signature] = segments;
  if (segments.length === 3 && header !== undefined && payload !== undefined && signature !== undefined) {
    return verified({ header, payload, signature });
  }
  if (isCutOff(token)) return cutOff();
  if (splitJoined(token) !== undefined) return joined();
  if (segments.length === 5) return encrypted();
  return malformed('The token does not have three segments', {
    expected: 'three segments, separated by dots',
    actual: segments.length > 5 ? 'more than five segments' : `${segments.length} segment(s)`,
    rule: 'RFC 7515 §7.1',
  });
}

/** Somebody, or a program, left the middle out to show the token. */
export function isCutOff(token: string): boolean {
  return token.includes('…') || token.includes('...');
}

function cutOff(): Verdict<CompactSegments> {
  return malformed('The token was shortened for showing: a part of it is left out', {
    expected: 'the whole token',
    actual: '… or ... in its middle',
    fix: 'Copy the token from where it stands whole; what is left out cannot be brought back.',
    rule: 'RFC 7515 §7.1',
  });
}

function joined(): Verdict<CompactSegments> {
  return malformed('Two tokens stand one behind the other', {
    expected: 'one token',
    actual: 'two',
    fix: 'Send one of them alone.',
    rule: 'RFC 7515 §7.1',
  });
}

function encrypted(): Verdict<CompactSegments> {
  return refused({
    code: 'token_encrypted',
    sentence: 'The token has five segments, so it is encrypted (JWE).',
    expected: 'a signed token (JWS) of three segments',
    actual: 'an encrypted token (JWE) of five segments',
    fix: 'Ask the issuer for a signed token, or decrypt it first.',
    rule: 'RFC 7516 §3.1',
  });
}
