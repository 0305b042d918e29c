import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { decodeUtf8 } from '../parse/decode-text.ts';
import { type Verdict, verified } from '../verdict/verdict.ts';
import { type ConversionCode, noSuchEntry, payloadNotMovable } from './conversion-refusals.ts';
import { readSerialised } from './read-serialised.ts';
import type { Serialisation, SerialisedJwe, SerialisedJws, SerialisedToken } from './serialised-token.ts';
import { writeSerialised } from './write-serialised.ts';

export interface Conversion {
  /** The way it was written where none is named. */
  readonly to?: Serialisation;
  /** Which signature or recipient to keep of several, from 1. */
  readonly keep?: number;
  /** Takes the payload out; it is given beside the token. */
  readonly detach?: boolean;
  /** Puts these bytes where the payload is detached. Whether they are what was signed, only verifying says. */
  readonly attach?: Uint8Array;
  /** Default 1 MiB. */
  readonly maxBytes?: number;
}

export interface ConvertedToken {
  readonly text: string;
  readonly form: Serialisation;
  readonly kind: SerialisedToken['kind'];
  /** What was detached. */
  readonly payload?: Uint8Array;
}

type Step<Token> = Verdict<Token, ConversionCode>;

/**
 * Writes a JWS, JWE or SD-JWT in another serialisation. Every part that is signed or authenticated stays as it was
 * written, to the letter; what the other serialisation cannot hold is refused. Verifies nothing. Never throws.
 */
export function convertToken(text: string, conversion: Conversion): Step<ConvertedToken> {
  const read = readSerialised(text, conversion.maxBytes);
  if (read.verdict === 'refused') return read;
  const chosen = keepOne(read.token, conversion.keep);
  if (chosen.verdict === 'refused') return chosen;
  const moved = movePayload(chosen.token, conversion);
  if (moved.verdict === 'refused') return moved;
  const { token, payload } = moved.token;
  const form = conversion.to ?? token.form;
  const written = writeSerialised(token, form);
  if (written.verdict === 'refused') return written;
  return verified({
    text: written.token,
    form,
    kind: token.kind,
    ...(payload === undefined ? {} : { payload }),
  });
}

function keepOne(token: SerialisedToken, number: number | undefined): Step<SerialisedToken> {
  if (number === undefined) return verified(token);
  if (token.kind === 'encrypted') {
    const recipient = token.recipients[number - 1];
    if (recipient === undefined) return noSuchEntry('recipients', number, token.recipients.length);
    return verified<SerialisedJwe>({ ...token, recipients: [recipient] });
  }
  const signature = token.signatures[number - 1];
  if (signature === undefined) return noSuchEntry('signatures', number, token.signatures.length);
  if (token.selective !== undefined && number > 1)
    return payloadNotMovable(
      'The disclosures stand beside the first signature',
      'Keep the first signature, whose sd_hash they belong to.',
    );
  return verified<SerialisedJws>({ ...token, signatures: [signature] });
}

interface Moved {
  readonly token: SerialisedToken;
  readonly payload?: Uint8Array;
}

function movePayload(token: SerialisedToken, { detach, attach }: Conversion): Step<Moved> {
  if (detach !== true && attach === undefined) return verified({ token });
  if (token.kind === 'encrypted')
    return payloadNotMovable(
      'An encrypted token has no payload that could stand beside it',
      'Decrypt it first.',
    );
  if (token.selective !== undefined)
    return payloadNotMovable('The payload of an SD-JWT stays in it', 'Convert it with its payload.');
  return attach === undefined ? detached(token) : attached(token, attach);
}

function detached(token: SerialisedJws): Step<Moved> {
  const { payload, ...rest } = token;
  if (payload === undefined)
    return payloadNotMovable('The payload is detached already', 'Convert the token as it is.');
  const bytes = token.isEncoded ? decodeBase64url(payload).bytes : new TextEncoder().encode(payload);
  return verified({ token: rest, payload: bytes });
}

function attached(token: SerialisedJws, bytes: Uint8Array): Step<Moved> {
  if (token.payload !== undefined)
    return payloadNotMovable(
      'The token has a payload already',
      'Detach it first, or leave the other one out.',
    );
  const payload = token.isEncoded ? encodeBase64url(bytes) : decodeUtf8(bytes);
  if (payload === undefined)
    return payloadNotMovable(
      'A payload that is not encoded (b64: false) must be UTF-8 text to stand in a token',
      'Keep the payload detached.',
    );
  return verified({ token: { ...token, payload } });
}
