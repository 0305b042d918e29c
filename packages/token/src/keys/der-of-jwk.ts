import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { derTag, writeDer } from './der.ts';
import { halfOfJwk } from './jwk.ts';
import type { Jwk } from './key.ts';
import { ecCurves, ecKey, mlDsaKeys, okpCurves, rsaKey } from './key-identifiers.ts';
import { identifierDer } from './object-identifier.ts';
import { pemOf } from './pem.ts';
import type { PlainDer } from './plain-der.ts';

const zero = writeDer(derTag.integer, Uint8Array.of(0));
const one = writeDer(derTag.integer, Uint8Array.of(1));
const nothing = Uint8Array.of(0x05, 0);

/**
 * The JWK as SubjectPublicKeyInfo, or as PKCS#8 where it is private. Undefined for secrets, for kinds that have no
 * DER here, and where members are missing or malformed.
 */
export function derOfJwk(jwk: Jwk): PlainDer | undefined {
  const form = halfOfJwk(jwk) === 'private' ? 'pkcs8' : 'spki';
  const parts = partsOf(jwk, form);
  if (parts === undefined) return undefined;
  const identifier = writeDer(derTag.sequence, ...parts.identifier);
  return form === 'spki'
    ? { form, der: writeDer(derTag.sequence, identifier, bitString(parts.key)) }
    : { form, der: writeDer(derTag.sequence, zero, identifier, writeDer(derTag.octets, parts.key)) };
}

/** A DER as PEM text (RFC 7468). */
export function pemOfDer({ form, der }: PlainDer): string {
  return pemOf(form === 'spki' ? 'PUBLIC KEY' : 'PRIVATE KEY', der);
}

interface Parts {
  readonly identifier: readonly Uint8Array[];
  readonly key: Uint8Array<ArrayBuffer>;
}

function partsOf(jwk: Jwk, form: PlainDer['form']): Parts | undefined {
  switch (jwk['kty']) {
    case 'RSA':
      return rsaParts(jwk, form);
    case 'EC':
      return ecParts(jwk, form);
    case 'OKP':
      return okpParts(jwk, form);
    case 'AKP':
      return mlDsaParts(jwk, form);
    default:
      return undefined;
  }
}

function rsaParts(jwk: Jwk, form: PlainDer['form']): Parts | undefined {
  const names = form === 'spki' ? ['n', 'e'] : ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'];
  const numbers = bytesOf(jwk, names);
  if (numbers === undefined) return undefined;
  const key = writeDer(derTag.sequence, ...(form === 'spki' ? [] : [zero]), ...numbers.map(integer));
  return { identifier: [identifierDer(rsaKey), nothing], key };
}

function ecParts(jwk: Jwk, form: PlainDer['form']): Parts | undefined {
  const curve = ecCurves.find(({ crv }) => crv === jwk['crv']);
  const numbers = bytesOf(jwk, form === 'spki' ? ['x', 'y'] : ['x', 'y', 'd']);
  if (curve === undefined || numbers?.some(({ length }) => length !== curve.size) !== false) return undefined;
  const [x, y, d] = numbers;
  const point = Uint8Array.of(0x04, ...(x ?? []), ...(y ?? []));
  const identifier = [identifierDer(ecKey), identifierDer(curve.identifier)];
  if (d === undefined) return { identifier, key: point };
  const key = writeDer(derTag.sequence, one, writeDer(derTag.octets, d), writeDer(0xa1, bitString(point)));
  return { identifier, key };
}

function okpParts(jwk: Jwk, form: PlainDer['form']): Parts | undefined {
  const curve = okpCurves.find(({ crv }) => crv === jwk['crv']);
  const [key] = bytesOf(jwk, form === 'spki' ? ['x'] : ['d']) ?? [];
  if (curve === undefined || key?.length !== curve.size) return undefined;
  // RFC 8410 §7: the private key is an OCTET STRING inside the OCTET STRING.
  const content = form === 'spki' ? key : writeDer(derTag.octets, key);
  return { identifier: [identifierDer(curve.identifier)], key: content };
}

/** RFC 9881 §4, §6: the public key as it is, the private one as its seed, which stands in [0]. */
function mlDsaParts(jwk: Jwk, form: PlainDer['form']): Parts | undefined {
  const identifier = Object.entries(mlDsaKeys).find(([, alg]) => alg === jwk['alg'])?.[0];
  const [key] = bytesOf(jwk, form === 'spki' ? ['pub'] : ['priv']) ?? [];
  if (identifier === undefined || key === undefined) return undefined;
  return { identifier: [identifierDer(identifier)], key: form === 'spki' ? key : writeDer(seedTag, key) };
}

const seedTag = 0x80;

function bytesOf(jwk: Jwk, names: readonly string[]): readonly Uint8Array<ArrayBuffer>[] | undefined {
  const found = names.flatMap((name) => {
    const value = jwk[name];
    if (typeof value !== 'string' || value === '') return [];
    const { bytes, problems } = decodeBase64url(value);
    return problems.length === 0 ? [bytes] : [];
  });
  return found.length === names.length ? found : undefined;
}

function bitString(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeDer(derTag.bits, Uint8Array.of(0), bytes);
}

/** Positive, with as few bytes as can be (X.690 §8.3). */
function integer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  const isNegative = (digits[0] ?? 0) >= 0x80;
  return writeDer(derTag.integer, ...(isNegative ? [Uint8Array.of(0)] : []), digits);
}
