import { inspectionTraits } from '../jws/inspection-algorithm.ts';
import { decodeUtf8 } from '../parse/decode-text.ts';
import type { DiagnosisFinding } from './diagnosis.ts';
import { base64, base64url, hexadecimal } from './secret-spellings.ts';
import type { Bytes, Trial } from './trial.ts';

/** A signature of the right length, as it may have been before something was lost of it or added to it. */
export interface MendedSignature {
  readonly signature: Bytes;
  readonly finding: DiagnosisFinding;
}

/** Bytes of zero in front of a number: one in 2^40 signatures has five of them. */
const mostZeros = 4;

/** What a signature of a wrong length may have been, a dozen at most. */
export function mendedSignatures(
  signature: Bytes,
  { algorithm, signatureBytes: size }: Trial,
): readonly MendedSignature[] {
  if (size === undefined) return [];
  const { kty } = inspectionTraits(algorithm);
  return [
    ...(kty === 'EC' ? halves(signature, size / 2) : []),
    ...(kty === 'RSA' ? wholeNumber(signature, size) : []),
    ...writtenAsText(signature, size),
    ...withoutSurplus(signature, size),
  ];
}

/** Each signature of which this one is all but the last byte. */
export function withLastByte(signature: Bytes, { signatureBytes }: Trial): readonly Bytes[] {
  if (signature.length + 1 !== signatureBytes) return [];
  return Array.from({ length: 256 }, (_, last) => Uint8Array.of(...signature, last));
}

/** r and s side by side, wherever the one may end and the other begin. */
function halves(signature: Bytes, size: number): readonly MendedSignature[] {
  const lengths = Array.from({ length: mostZeros + 2 }, (_, index) => size + 1 - index);
  return lengths.flatMap((length): readonly MendedSignature[] => {
    const [r, s] = [signature.subarray(0, length), signature.subarray(length)];
    const [first, second] = [atLength(r, size), atLength(s, size)];
    const isWhole = r.length === size && s.length === size;
    if (first === undefined || second === undefined || isWhole) return [];
    const changed = [...(r.length === size ? [] : ['r']), ...(s.length === size ? [] : ['s'])].join(' and ');
    const finding = zeros(changed, signature.length, size * 2, 'RFC 7518 §3.4');
    return [{ signature: Uint8Array.of(...first, ...second), finding }];
  });
}

function wholeNumber(signature: Bytes, size: number): readonly MendedSignature[] {
  const whole = atLength(signature, size);
  if (whole === undefined || signature.length === size) return [];
  return [{ signature: whole, finding: zeros('the number', signature.length, size, 'RFC 8017 §4.1') }];
}

/** A number with the zeros in front that it should have; undefined where it can have no such length. */
function atLength(number: Bytes, size: number): Bytes | undefined {
  const missing = size - number.length;
  if (missing >= 0)
    return missing > mostZeros ? undefined : Uint8Array.of(...new Uint8Array(missing), ...number);
  return missing === -1 && number[0] === 0 ? number.subarray(1) : undefined;
}

/** Hexadecimal or base64 in the place of the bytes, under base64url. */
function writtenAsText(signature: Bytes, size: number): readonly MendedSignature[] {
  const text = signature.length > size * 2 ? undefined : decodeUtf8(signature);
  if (text === undefined) return [];
  const readings = [
    ['hexadecimal', hexadecimal(text)],
    ['base64', base64(text) ?? base64url(text)],
  ] as const;
  return readings.flatMap(([how, bytes]) =>
    bytes?.length === size ? [{ signature: bytes, finding: asText(how) }] : [],
  );
}

function withoutSurplus(signature: Bytes, size: number): readonly MendedSignature[] {
  if (signature.length <= size) return [];
  return [{ signature: signature.subarray(0, size), finding: surplus(size, signature.length - size) }];
}

function zeros(of: string, actual: number, size: number, rule: string): DiagnosisFinding {
  return {
    code: 'signature-length',
    certainty: 'proven',
    sentence: `The signature is right once the zeros in front of ${of} are as many as they must be: it has ${actual} bytes in place of ${size}.`,
    fix: 'Have the signer write its numbers at full length: libraries for big numbers leave out zeros in front, or add one for the sign.',
    rule,
  };
}

function asText(how: string): DiagnosisFinding {
  return {
    code: 'signature-length',
    certainty: 'proven',
    sentence: `The signature is right, but written as the text of its ${how} before it was written as base64url.`,
    fix: 'Have the signer encode the bytes of the signature, not a text of them.',
    rule: 'RFC 7515 §5.1',
  };
}

function surplus(size: number, more: number): DiagnosisFinding {
  return {
    code: 'signature-length',
    certainty: 'proven',
    sentence: `The signature is right in its first ${size} bytes; ${more} more stand behind it.`,
    fix: 'Copy the token alone: what stood behind it came along.',
    rule: 'RFC 7515 §7.1',
  };
}
