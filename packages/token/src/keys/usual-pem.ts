import { derAt, derTag, readDer } from './der.ts';
import { pemOfDer } from './der-of-jwk.ts';
import { sequenceOf } from './jwk-of-der.ts';
import type { Pem, PemForm } from './pem.ts';
import { plainDer } from './plain-der.ts';

/** Forms that are older than SPKI and PKCS#8, and how many elements each has at least. */
const older: Partial<Readonly<Record<PemForm, number>>> = {
  'pkcs1-public': 2,
  'pkcs1-private': 9,
  sec1: 2,
};

/**
 * PKCS#1 (RFC 8017 §A.1) and SEC1 (RFC 5915) rewritten as SPKI or PKCS#8, the forms that Web Crypto reads; every other
 * form as it is. Undefined for what is none of them.
 */
export function usualPem(pem: Pem): Pem | undefined {
  const least = older[pem.form];
  if (least === undefined) return pem;
  if (!isSequence(pem.der, least)) return undefined;
  const plain = plainDer(pem);
  if (plain === undefined) return undefined;
  const label = plain.form === 'spki' ? 'PUBLIC KEY' : 'PRIVATE KEY';
  return { form: plain.form, label, text: pemOfDer(plain), der: plain.der };
}

function isSequence(der: Uint8Array<ArrayBuffer>, least: number): boolean {
  try {
    const fields = sequenceOf(der);
    return (
      readDer(der).length === 1 && fields.length >= least && derAt(fields, 0, derTag.integer) !== undefined
    );
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
