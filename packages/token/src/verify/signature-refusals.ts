import { algorithmTraits } from '../keys/algorithm.ts';
import type { VerificationKey } from '../keys/key.ts';
import type { CompactJws } from '../parse/parse-compact-jws.ts';
import { quote } from '../verdict/quote.ts';
import { type Refused, refused } from '../verdict/verdict.ts';
import type { Candidates } from './select-keys.ts';

/** The refusal after every candidate key said no; says what the length of the signature gives away. */
export function signatureInvalid(jws: CompactJws, { keys, passedOver }: Candidates): Refused {
  const [first] = keys;
  const wrongLength = first && wrongSignatureLength(jws.signature, algorithmTraits(first.algorithm));
  return refused({
    code: 'signature_invalid',
    sentence: 'The signature does not match the token.',
    member: 'signature',
    expected: wrongLength?.expected ?? `a signature by ${keys.map(nameKey).join(' or ')}`,
    actual: wrongLength?.actual ?? madeByAnother(keys, passedOver),
    fix: wrongLength?.fix ?? fixOf(passedOver),
    rule: 'RFC 7515 §5.2',
  });
}

/** A bound on the keys that are tried is no word about the token, so it is told. */
function madeByAnother({ length }: Candidates['keys'], passedOver: number): string {
  if (passedOver === 0) return 'a signature over other bytes or by another key';
  return `a signature by none of the ${length} keys that were tried; ${passedOver} more could fit`;
}

function fixOf(passedOver: number): string {
  return passedOver === 0
    ? 'Use the token as it was issued; if it was, it comes from another key than the one named.'
    : 'Have the issuer name its keys with kid, in the key set and in its tokens.';
}

/** What the length of a signature gives away, where the algorithm fixes it and it is another. */
export function wrongSignatureLength(
  signature: Uint8Array,
  traits: { readonly name: string; readonly kty: string; readonly signatureBytes?: number },
): { readonly expected: string; readonly actual: string; readonly fix: string } | undefined {
  const { signatureBytes } = traits;
  if (signatureBytes === undefined || signature.length === signatureBytes) return undefined;
  const expected = `${signatureBytes} bytes for ${traits.name}`;
  if (traits.kty === 'EC' && looksLikeDer(signature)) {
    const fix = 'Have the issuer write the signature as r and s side by side (RFC 7518 §3.4), not as DER.';
    return { expected, actual: `${signature.length} bytes that begin like ASN.1 DER`, fix };
  }
  const fix = 'Copy the whole token; the signature is too short or too long.';
  return { expected, actual: `${signature.length} bytes`, fix };
}

/** SEQUENCE, its length, then INTEGER: how OpenSSL and Java write an ECDSA signature. */
export function looksLikeDer(signature: Uint8Array): boolean {
  const longForm = signature[1] === 0x81 ? 1 : 0;
  return (
    signature[0] === 0x30 &&
    signature[1 + longForm] === signature.length - 2 - longForm &&
    signature[2 + longForm] === 0x02
  );
}

function nameKey(key: VerificationKey): string {
  return key.kid === undefined ? `a trusted ${key.algorithm} key` : `${key.algorithm} key ${quote(key.kid)}`;
}
