import { constants, createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A key as an issuer has it: what it signs with, and what it publishes. */
export interface IssuerKey {
  readonly sign: KeyObject | Buffer;
  /** The public half; a secret has none. */
  readonly publicKey?: KeyObject;
}

const curves: Readonly<Record<string, string>> = {
  ES256: 'P-256',
  ES384: 'P-384',
  ES512: 'P-521',
  ES256K: 'secp256k1',
};

let rsaKey: IssuerKey | undefined;

/** A new key for the algorithm. RSA keys are slow to make: all algorithms of RSA share one, unless another is asked for. */
export function newKey(algorithm: string, another = false): IssuerKey {
  if (algorithm.startsWith('HS')) return { sign: randomBytes(64) };
  if (!/^[RP]S/.test(algorithm)) return pairOf(algorithm);
  if (another) return rsaPair();
  rsaKey ??= rsaPair();
  return rsaKey;
}

function rsaPair(): IssuerKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { sign: privateKey, publicKey };
}

function pairOf(algorithm: string): IssuerKey {
  const namedCurve = curves[algorithm];
  const { privateKey, publicKey } =
    namedCurve !== undefined
      ? generateKeyPairSync('ec', { namedCurve })
      : algorithm.startsWith('ML-DSA')
        ? generateKeyPairSync(algorithm.toLowerCase() as 'ml-dsa-44' | 'ml-dsa-65' | 'ml-dsa-87')
        : generateKeyPairSync('ed25519');
  return { sign: privateKey, publicKey };
}

/** The signature that Node makes, so that no library under test has a hand in its own tokens. */
export function signatureOf(algorithm: string, key: IssuerKey['sign'], input: string): Buffer {
  const data = Buffer.from(input);
  const hash = `sha${/\d{3}/.exec(algorithm)?.[0] ?? ''}`;
  if (Buffer.isBuffer(key)) return createHmac(hash, key).update(data).digest();
  if (algorithm.startsWith('PS')) {
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return sign(hash, data, { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST });
  }
  if (algorithm.startsWith('RS')) return sign(hash, data, key);
  if (algorithm.startsWith('ES')) return sign(hash, data, { key, dsaEncoding: 'ieee-p1363' });
  return sign(null, data, key);
}
