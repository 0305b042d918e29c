import { exportJWK, importPKCS8, importSPKI } from 'jose';
import { type AlgorithmTraits, algorithmTraits, type SignatureAlgorithm } from './algorithm.ts';
import { attemptImport } from './attempt-import.ts';
import { pemOfDer } from './der-of-jwk.ts';
import { importJwkFor } from './import-jwk.ts';
import { type KeyResult, keyRefused } from './key.ts';
import { algorithmNotAllowed, keyPublic, keyUnreadable, keyWrongKind } from './key-refusals.ts';
import { readPem } from './pem.ts';
import { type PlainDer, plainDer } from './plain-der.ts';
import { readKey } from './read-key.ts';

/** Imports the first block of a PEM text for one algorithm and one use. */
export async function importPem(
  text: string,
  traits: AlgorithmTraits,
  use: 'sign' | 'verify',
): Promise<KeyResult<CryptoKey>> {
  const reading = readKey(text);
  if (reading.kind === 'refused') return reading;
  const pem = reading.kind === 'pem' ? readPem(reading.pem) : undefined;
  const plain = pem === undefined ? undefined : plainDer(pem);
  if (reading.kind !== 'pem' || plain === undefined) return keyRefused(keyUnreadable('PEM'));
  const wrongKind = refuseOtherKind(reading.algorithms, traits);
  if (wrongKind !== undefined) return keyRefused(wrongKind);
  if (plain.form === 'pkcs8') return importPrivate(plain, traits, use);
  return use === 'sign' ? keyRefused(keyPublic()) : importPublic(plain, traits);
}

function refuseOtherKind(fitting: readonly SignatureAlgorithm[], traits: AlgorithmTraits) {
  if (fitting.length === 0 || fitting.includes(traits.name)) return undefined;
  const actual = fitting[0] && algorithmTraits(fitting[0]);
  if (actual?.kty === 'RSA' && traits.kty === 'RSA') return algorithmNotAllowed([traits.name], fitting);
  return keyWrongKind(traits, `a key of type ${actual?.kty ?? ''} ${actual?.crv ?? ''}`.trim());
}

function importPublic(plain: PlainDer, traits: AlgorithmTraits): Promise<KeyResult<CryptoKey>> {
  return attemptImport('PUBLIC KEY', traits, () => importSPKI(pemOfDer(plain), traits.name));
}

/** To verify, the public half is taken out of the private key. */
async function importPrivate(
  plain: PlainDer,
  traits: AlgorithmTraits,
  use: 'sign' | 'verify',
): Promise<KeyResult<CryptoKey>> {
  const extractable = use === 'verify';
  const read = await attemptImport('PRIVATE KEY', traits, () =>
    importPKCS8(pemOfDer(plain), traits.name, { extractable }),
  );
  if (read.kind === 'refused' || use === 'sign') return read;
  return importJwkFor({ ...(await exportJWK(read.key)) }, traits, 'verify');
}
