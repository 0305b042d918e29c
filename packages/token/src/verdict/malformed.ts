import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { type Refused, refused, type Verdict, verified } from './verdict.ts';

interface Details {
  readonly member?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly fix?: string;
  readonly rule?: string;
}

/** The refusal of a token that cannot be read. `sentence` comes without its full stop. */
export function malformed(sentence: string, details: Details = {}): Refused {
  const fix = 'Send the token exactly as it was issued; paste it into the debugger to see the place.';
  return refused({ code: 'token_malformed', sentence: `${sentence}.`, fix, ...details });
}

/** The refusal of a token beyond the size that is read. */
export function oversized(actual: number, maxBytes: number): Refused {
  return refused({
    code: 'token_oversized',
    sentence: 'The token is larger than is read here.',
    expected: `at most ${maxBytes} bytes`,
    actual: `${actual} bytes`,
    fix: 'Ask the issuer for fewer claims, or raise the limit.',
  });
}

/** The refusal of a segment with more JSON values than are read. */
export function overfull(place: 'header' | 'payload', maxValues: number): Refused {
  return refused({
    code: 'token_oversized',
    sentence: `The ${place} of the token holds more values than are read here.`,
    expected: `at most ${maxValues} values, lists and objects included`,
    actual: 'more',
    fix: 'Ask the issuer for fewer claims, or raise the limit.',
    member: place,
  });
}

/** The refusal of a segment that nests deeper than is read, which may be JSON all the same. */
export function overdeep(place: 'header' | 'payload', levels: number): Refused {
  return malformed(`The ${place} of the token nests deeper than is read here`, {
    member: place,
    expected: `at most ${levels} levels of lists and objects inside each other`,
    actual: 'more',
    fix: 'Ask the issuer for claims that are less nested.',
  });
}

/** The bytes of a part that must be canonical base64url, so that one token has one spelling. */
export function canonicalBytes(text: string, member: string): Verdict<Uint8Array<ArrayBuffer>> {
  const { bytes, problems } = decodeBase64url(text);
  const problem = problems[0];
  if (problem === undefined) return verified(bytes);
  return malformed(`The ${member} is not canonical base64url`, {
    member,
    expected: 'base64url without padding or white space',
    actual: `at character ${problem.offset} of the ${member}: ${problem.sentence}`,
    rule: 'RFC 7515 §2',
  });
}
