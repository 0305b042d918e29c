import { exportJWK, importPKCS8, importSPKI, importX509 } from 'jose';
import { type AlgorithmTraits, algorithmTraits } from './algorithm.ts';
import { attemptImport } from './attempt-import.ts';
import { importJwkFor } from './import-jwk.ts';
import { type KeyResult, keyRefused } from './key.ts';
import { keyEncrypted, keyFormUnsupported, keyPublic, keyUnreadable, keyWrongKind } from './key-refusals.ts';
import { algorithmsOfDer, type Pem } from './pem.ts';
import { readUsualPem } from './usual-pem.ts';

/** Imports the first block of a PEM text for one algorithm and one use. */
export async function importPem(
  text: string,
  traits: AlgorithmTraits,
  use: 'sign' | 'verify',
): Promise<KeyResult<CryptoKey>> {
  const pem = readUsualPem(text);
  if (pem === undefined) return keyRefused(keyUnreadable('PEM'));
  const wrongKind = refuseOtherKind(pem, traits);
  if (wrongKind !== undefined) return keyRefused(wrongKind);
  switch (pem.form) {
    case 'pkcs8':
      return importPrivate(pem, traits, use);
    case 'spki':
    case 'x509':
      return use === 'sign' ? keyRefused(keyPublic()) : importPublic(pem, traits);
    case 'encrypted':
      return keyRefused(keyEncrypted());
    default:
      return keyRefused(keyFormUnsupported(pem.label));
  }
}

function refuseOtherKind(pem: Pem, traits: AlgorithmTraits) {
  const fitting = algorithmsOfDer(pem.der);
  if (fitting.length === 0 || fitting.includes(traits.name)) return undefined;
  const actual = fitting[0] && algorithmTraits(fitting[0]);
  return keyWrongKind(traits, `a key of type ${actual?.kty ?? ''} ${actual?.crv ?? ''}`.trim());
}

function importPublic(pem: Pem, traits: AlgorithmTraits): Promise<KeyResult<CryptoKey>> {
  const read = pem.form === 'spki' ? importSPKI : importX509;
  return attemptImport(pem.label, traits, () => read(pem.text, traits.name));
}

/** To verify, the public half is taken out of the private key. */
async function importPrivate(
  pem: Pem,
  traits: AlgorithmTraits,
  use: 'sign' | 'verify',
): Promise<KeyResult<CryptoKey>> {
  const extractable = use === 'verify';
  const read = await attemptImport(pem.label, traits, () =>
    importPKCS8(pem.text, traits.name, { extractable }),
  );
  if (read.kind === 'refused' || use === 'sign') return read;
  return importJwkFor({ ...(await exportJWK(read.key)) }, traits, 'verify');
}
