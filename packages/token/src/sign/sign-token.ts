import { CompactSign } from 'jose';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { isExactNumber } from '../json/exact-number.ts';
import type { RemoteSigningKey, SigningKey } from '../keys/key.ts';

export interface SigningOptions {
  readonly key: SigningKey | RemoteSigningKey;
  /** `typ` of the header, such as `at+jwt`; left out when absent. */
  readonly type?: string;
  /** Further header parameters; `alg` and `kid` come from the key and cannot be set here. */
  readonly header?: Readonly<Record<string, unknown>>;
}

/**
 * Signs claims into a compact JWT (RFC 7519 §7.1). Adds nothing that the caller did not say: no `iat`, no `exp`.
 * @throws TypeError when claims or header are not JSON, or the header names `alg`, `kid`, `crit` or `b64`.
 */
export async function signToken(
  claims: Readonly<Record<string, unknown>>,
  options: SigningOptions,
): Promise<string> {
  assertJsonObject(claims, 'claims');
  return signBytes(new TextEncoder().encode(JSON.stringify(claims)), options);
}

/** Signs bytes as they are, such as claims whose exact spelling matters. */
export async function signBytes(payload: Uint8Array<ArrayBuffer>, options: SigningOptions): Promise<string> {
  const { key, type, header = {} } = options;
  assertJsonObject(header, 'header');
  assertNotReserved(header);
  const protectedHeader = {
    alg: key.algorithm,
    ...(key.kid === undefined ? {} : { kid: key.kid }),
    ...(type === undefined ? {} : { typ: type }),
    ...header,
  };
  if ('sign' in key) return signElsewhere(payload, protectedHeader, key);
  return new CompactSign(payload).setProtectedHeader(protectedHeader).sign(key.key);
}

/** RFC 7515 §5.1, §7.1. */
async function signElsewhere(
  payload: Uint8Array,
  header: Readonly<Record<string, unknown>>,
  key: RemoteSigningKey,
): Promise<string> {
  const encode = new TextEncoder();
  const input = `${encodeBase64url(encode.encode(JSON.stringify(header)))}.${encodeBase64url(payload)}`;
  return `${input}.${encodeBase64url(await key.sign(encode.encode(input)))}`;
}

function assertNotReserved(header: Readonly<Record<string, unknown>>): void {
  const reserved = ['alg', 'kid', 'crit', 'b64'].find((name) => Object.hasOwn(header, name));
  if (reserved !== undefined) throw new TypeError(`The header parameter ${reserved} cannot be set by hand.`);
}

/** JSON.stringify drops or bends what is not JSON (undefined, functions, NaN, dates): here that is an error. */
function assertJsonObject(value: unknown, place: string): void {
  if (!isPlainObject(value)) throw new TypeError(`The ${place} must be a plain object.`);
  assertJson(value, place);
}

function assertJson(value: unknown, path: string): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if ((typeof value === 'number' && Number.isFinite(value)) || isExactNumber(value)) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) assertJson(item, `${path}[${index}]`);
    return;
  }
  if (!isPlainObject(value)) throw new TypeError(`${path} is not JSON.`);
  for (const [name, member] of Object.entries(value)) assertJson(member, `${path}.${name}`);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
