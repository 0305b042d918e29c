import { createHash, createPublicKey, randomBytes } from 'node:crypto';
import type { IssuingAlgorithm, Pkcs11Algorithm, Pkcs11Signer } from '@signet/contracts';
import type { KeySigner } from '@signet/identity/ports';
import { type Jwk, thumbprint } from '@signet/token/keys';
import { createPkcs11Tool, Pkcs11Fault, type Pkcs11ToolParts } from './pkcs11-tool.ts';

interface Kind {
  readonly keyType: string;
  readonly mechanism: readonly string[];
  /** What is signed in the place of the text, so that no token leaves this process. */
  readonly digest: (input: Uint8Array) => Uint8Array;
}

/** RFC 8017 §9.2, note 1: what stands before a SHA-256 hash in a signature of PKCS #1 v1.5. */
const sha256Prefix = Buffer.from('3031300d060960864801650304020105000420', 'hex');
const sha256 = (input: Uint8Array) => createHash('sha256').update(input).digest();
const sha384 = (input: Uint8Array) => createHash('sha384').update(input).digest();
const ecdsa = ['--mechanism=ECDSA', '--signature-format=rs'];

const kinds: Readonly<Record<Pkcs11Algorithm, Kind>> = {
  ES256: { keyType: 'EC:prime256v1', mechanism: ecdsa, digest: sha256 },
  ES384: { keyType: 'EC:secp384r1', mechanism: ecdsa, digest: sha384 },
  RS256: {
    keyType: 'rsa:2048',
    mechanism: ['--mechanism=RSA-PKCS'],
    digest: (input) => Buffer.concat([sha256Prefix, sha256(input)]),
  },
  PS256: {
    keyType: 'rsa:2048',
    mechanism: ['--mechanism=RSA-PKCS-PSS', '--hash-algorithm=SHA256', '--mgf=MGF1-SHA256', '--salt-len=32'],
    digest: sha256,
  },
};

/**
 * `pkcs11-tool` 0.23 reads out no public key of P-384, and shows it only as it makes it. That another key has come to its id
 * is found by whoever verifies the signature.
 */
const unreadable = 'ES384';

/** Milliseconds; a smart card takes its time for an RSA key. */
const longestMaking = 60_000;

export interface Pkcs11Parts extends Pick<Pkcs11ToolParts, 'pin' | 'folder' | 'program'> {
  /** Aborts after so many milliseconds; the system's own timer outside tests. */
  readonly abortAfter?: (milliseconds: number) => AbortSignal;
}

/**
 * Private keys on a token that PKCS#11 leads to, where they are made and from where none can be taken. Each has an id of its
 * own there; the word for it here says its public half too, so that another key that came to this id is not asked to sign.
 */
export function createPkcs11Signer(
  { module, tokenLabel, keys }: Omit<Pkcs11Signer, 'pin'>,
  { abortAfter = AbortSignal.timeout, ...parts }: Pkcs11Parts,
): KeySigner {
  const tool = createPkcs11Tool({ module, tokenLabel, ...parts });
  /** Words for keys that were found as they were published. */
  const found = new Set<string>();

  async function publicJwkOf(id: string, signal: AbortSignal): Promise<Jwk> {
    return jwkOfDer(await tool.ask(['--read-object', '--type=pubkey', `--id=${id}`], signal));
  }

  async function findAsPublished(handle: string, place: Place, signal: AbortSignal): Promise<void> {
    if (found.has(handle)) return;
    const print = await thumbprint(await publicJwkOf(place.id, signal));
    if (print !== place.print) throw new Pkcs11Fault('another key than the published one has its id');
    found.add(handle);
  }

  return {
    async make(algorithm) {
      const [kind, label] = [kindOf(algorithm), keys[algorithm as Pkcs11Algorithm]];
      if (kind === undefined || label === undefined)
        throw new Pkcs11Fault(`identity.keys.signer has no key for ${algorithm}`);
      const id = randomBytes(16).toString('hex');
      const named = [`--key-type=${kind.keyType}`, `--label=${label}`, `--id=${id}`];
      const signal = abortAfter(longestMaking);
      const shown = await tool.ask(['--keypairgen', ...named, '--usage-sign', '--sensitive'], signal);
      const publicJwk = algorithm === unreadable ? p384JwkOf(shown) : await publicJwkOf(id, signal);
      return { handle: `${id}:${await thumbprint(publicJwk)}`, algorithm, publicJwk };
    },
    async sign({ handle, algorithm }, input, signal) {
      const [kind, place] = [kindOf(algorithm), placeOf(handle)];
      if (kind === undefined || place === undefined) throw new Pkcs11Fault('a key that is not of this token');
      if (algorithm !== unreadable) await findAsPublished(handle, place, signal);
      const signed = await tool.ask(
        ['--sign', `--id=${place.id}`, ...kind.mechanism],
        signal,
        kind.digest(input),
      );
      return new Uint8Array(signed);
    },
  };
}

function jwkOfDer(read: Buffer): Jwk {
  try {
    const key = createPublicKey({ key: read, format: 'der', type: 'spki' });
    const { kty, crv, x, y, n, e } = key.export({ format: 'jwk' });
    return kty === 'EC' ? { kty, crv, x, y } : { kty, n, e };
  } catch {
    // OpenSSL's words for what it could not read help nobody.
    throw new Pkcs11Fault('a public key that cannot be read');
  }
}

/** An OCTET STRING around an uncompressed point (PKCS#11, "Elliptic curve public key objects"). */
function p384JwkOf(shown: Buffer): Jwk {
  const [, x, y] = /^ *EC_POINT: +046104([0-9a-f]{96})([0-9a-f]{96})$/m.exec(shown.toString('latin1')) ?? [];
  if (x === undefined || y === undefined) throw new Pkcs11Fault('a public key that cannot be read');
  const coordinate = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
  return { kty: 'EC', crv: 'P-384', x: coordinate(x), y: coordinate(y) };
}

function kindOf(algorithm: IssuingAlgorithm): Kind | undefined {
  return algorithm === 'EdDSA' ? undefined : kinds[algorithm];
}

interface Place {
  readonly id: string;
  /** RFC 7638. */
  readonly print: string;
}

function placeOf(handle: string): Place | undefined {
  const [, id, print] = /^([0-9a-f]{32}):([A-Za-z0-9_-]{43})$/.exec(handle) ?? [];
  return id === undefined || print === undefined ? undefined : { id, print };
}
