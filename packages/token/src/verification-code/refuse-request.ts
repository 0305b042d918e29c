import { algorithmTraits, readAlgorithm } from '../keys/algorithm.ts';
import { isLoopback } from '../keys/loopback.ts';
import { quote } from '../verdict/quote.ts';
import type { Refusal } from '../verdict/verdict.ts';
import type { CodeKeySource, CodeRefusalCode, CodeRefused, CodeRequest } from './code-request.ts';
import { codeStackTraits } from './stacks.ts';

const longestValue = 2048;
const longestSkew = 600;

/** Why no safe program can be written for this request, or undefined. */
export function refuseRequest(request: CodeRequest): CodeRefused | undefined {
  return (
    refuseAlgorithm(request) ??
    refuseMissing(request) ??
    refuseValues(request) ??
    refuseSkew(request.clockSkew) ??
    refuseKey(request)
  );
}

function refuseAlgorithm({ stack, algorithm }: CodeRequest): CodeRefused | undefined {
  const { name, library, algorithms, missing } = codeStackTraits(stack);
  if (algorithms.includes(algorithm)) return undefined;
  const isNone = algorithm.toLowerCase() === 'none';
  return refuse({
    code: 'algorithm_unsupported',
    sentence: isNone
      ? 'A token with alg none has no signature, so there is nothing to verify.'
      : `${library} does not verify this algorithm in ${name}. ${missing}`,
    expected: algorithms.join(', '),
    actual: algorithm === '' ? 'none named' : quote(algorithm),
    fix: 'Name the algorithm that the issuer signs with, or choose another stack.',
    member: 'alg',
    rule: 'RFC 8725 §3.1',
  });
}

/** A program that leaves these out takes tokens that were made for somebody else. */
function refuseMissing({ issuer, audience }: CodeRequest): CodeRefused | undefined {
  if (issuer === '')
    return refuse({
      code: 'issuer_missing',
      sentence: 'The issuer is not known, so that tokens of any issuer would pass.',
      fix: 'Say what iss must be.',
      member: 'iss',
      rule: 'RFC 8725 §3.8',
    });
  if (audience !== '') return undefined;
  return refuse({
    code: 'audience_missing',
    sentence: 'The audience is not known, so that tokens for other services would pass.',
    fix: 'Say what aud must contain.',
    member: 'aud',
    rule: 'RFC 8725 §3.9',
  });
}

function refuseValues({ issuer, audience, type, key }: CodeRequest): CodeRefused | undefined {
  const place = key.from === 'jwks' ? key.url : key.from === 'pem' ? key.path : key.variable;
  const values = Object.entries({ issuer, audience, type, [key.from]: place });
  const [name] = values.find(([, value]) => value !== undefined && !isText(value)) ?? [];
  if (name === undefined) return undefined;
  return refuse({
    code: 'value_unsuitable',
    sentence: `The ${name} cannot stand in a program: it is empty, too long or holds half a character.`,
    expected: `1 to ${longestValue} characters of Unicode`,
    fix: 'Name it by hand.',
  });
}

/** Half a surrogate pair is a string in JavaScript, but not in Go. */
function isText(value: string): boolean {
  return value !== '' && value.length <= longestValue && value.isWellFormed();
}

function refuseSkew(skew: number): CodeRefused | undefined {
  if (Number.isInteger(skew) && skew >= 0 && skew <= longestSkew) return undefined;
  return refuse({
    code: 'skew_unsuitable',
    sentence: 'Clocks may differ by whole seconds, and not by more than ten minutes.',
    expected: `0 to ${longestSkew} seconds`,
    actual: String(skew),
    fix: 'Choose less; 30 seconds are usual.',
  });
}

function refuseKey({ algorithm, key }: CodeRequest): CodeRefused | undefined {
  const known = readAlgorithm(algorithm);
  const isShared = known !== undefined && algorithmTraits(known).family === 'HMAC';
  if (isShared !== (key.from === 'secret'))
    return refuse({
      code: 'key_unsuitable',
      sentence: isShared
        ? `${algorithm} needs a secret, which is never published as a key set or as a public key.`
        : `${algorithm} is verified with a public key; a secret is for HS256, HS384 and HS512.`,
      expected: isShared ? 'a secret in the environment' : 'a key set or a public key in PEM',
      fix: isShared
        ? 'Read the secret from the environment.'
        : 'Name the key set or the file with the public key.',
    });
  return refusePlace(key);
}

function refusePlace(key: CodeKeySource): CodeRefused | undefined {
  if (key.from === 'secret' && !/^[A-Za-z_]\w{0,99}$/.test(key.variable))
    return refuse({
      code: 'value_unsuitable',
      sentence: 'This is no name of an environment variable.',
      expected: 'letters, digits and underscores, such as TOKEN_SECRET',
      actual: quote(key.variable),
      fix: 'Choose another name.',
    });
  if (key.from !== 'jwks' || isSafe(key.url)) return undefined;
  return refuse({
    code: 'url_unsafe',
    sentence: 'Keys that come over an open line can be exchanged on the way.',
    expected: 'an https address without a password, or one on this machine',
    actual: quote(key.url),
    fix: 'Name the https address of the key set.',
    rule: 'RFC 8725 §3.10',
  });
}

function isSafe(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

function refuse(refusal: Refusal<CodeRefusalCode>): CodeRefused {
  return { kind: 'refused', refusal };
}
