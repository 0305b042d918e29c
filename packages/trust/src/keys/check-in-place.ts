import {
  constants,
  createHmac,
  KeyObject,
  timingSafeEqual,
  type VerifyKeyObjectInput,
  verify,
} from 'node:crypto';
import { type AlgorithmTraits, algorithmTraits } from '@signet/token/keys';
import type { CheckSignature } from '@signet/token/verify';

/**
 * By `node:crypto`, on the thread that asks: handing a signature to another thread, as Web Crypto does, costs more than most
 * signatures. It believes what Web Crypto believes and nothing else.
 */
export const checkInPlace: CheckSignature = ({ encoded, signature }, { algorithm, key }) => {
  const traits = algorithmTraits(algorithm);
  if (traits.signatureBytes !== undefined && signature.length !== traits.signatureBytes) return false;
  const input = Buffer.from(`${encoded.header}.${encoded.payload}`, 'latin1');
  const own = keyObjectOf(key);
  const hash = `sha${traits.hashBits}`;
  if (traits.family === 'HMAC')
    return timingSafeEqual(createHmac(hash, own).update(input).digest(), signature);
  return verify(traits.family === 'EdDSA' ? null : hash, input, ways[traits.family](own), signature);
};

type Asymmetric = Exclude<AlgorithmTraits['family'], 'HMAC'>;

/** RFC 7518 §3.3 to §3.5, RFC 8037 §3.1. */
const ways: Readonly<Record<Asymmetric, (key: KeyObject) => VerifyKeyObjectInput>> = {
  RSA: (key) => ({ key, padding: constants.RSA_PKCS1_PADDING }),
  'RSA-PSS': (key) => ({
    key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  }),
  ECDSA: (key) => ({ key, dsaEncoding: 'ieee-p1363' }),
  EdDSA: (key) => ({ key }),
};

const keyObjects = new WeakMap<CryptoKey, KeyObject>();

function keyObjectOf(key: CryptoKey): KeyObject {
  const known = keyObjects.get(key);
  if (known !== undefined) return known;
  const made = KeyObject.from(key);
  keyObjects.set(key, made);
  return made;
}
