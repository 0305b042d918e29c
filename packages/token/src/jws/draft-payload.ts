import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { decodeUtf8 } from '../parse/decode-text.ts';
import { type Refused, refused, type Verdict, verified } from '../verdict/verdict.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** How the payload is to stand in the token. */
export interface PayloadPlace {
  readonly form: 'compact' | 'flattened' | 'general';
  readonly isDetached: boolean;
  readonly isEncoded: boolean;
}

const mostBytes = 1024 * 1024;
/** RFC 7797 §5.2: what can stand between two dots without being taken for one. */
const standsInCompact = /^[\x20-\x2d\x2f-\x7e]*$/;

/** The payload as it is written into the token; undefined where it stays outside (RFC 7515 appendix F). */
export function writePayload(bytes: Bytes, place: PayloadPlace): Verdict<string | undefined> {
  if (bytes.length > mostBytes) return tooLarge(bytes.length);
  if (place.isDetached) return verified(undefined);
  if (place.isEncoded) return verified(encodeBase64url(bytes));
  const text = decodeUtf8(bytes);
  if (text === undefined) return cannotStand('a payload in UTF-8');
  if (place.form !== 'compact' || standsInCompact.test(text)) return verified(text);
  return cannotStand('printable ASCII without a full stop');
}

function tooLarge(actual: number): Refused {
  return refused({
    code: 'token_oversized',
    sentence: 'The payload is larger than is signed here.',
    member: 'payload',
    expected: `at most ${mostBytes} bytes`,
    actual: `${actual} bytes`,
    fix: 'Sign less.',
  });
}

function cannotStand(expected: string): Refused {
  return refused({
    code: 'token_malformed',
    sentence: 'This payload cannot stand in the token as it is.',
    member: 'payload',
    expected,
    fix: 'Detach the payload, or leave out b64: false.',
    rule: 'RFC 7797 §5.2',
  });
}
