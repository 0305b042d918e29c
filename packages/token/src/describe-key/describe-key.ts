import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { readCertificate } from '../keys/certificate.ts';
import { decryptPem } from '../keys/decrypt-pem.ts';
import { thumbprint } from '../keys/generate-key-pair.ts';
import { halfOfJwk, kidOfJwk, publicHalf } from '../keys/jwk.ts';
import { jwkOfDer } from '../keys/jwk-of-der.ts';
import type { Jwk, KeyRefusal } from '../keys/key.ts';
import { type KeyFile, readKeyFile, textOfKey } from '../keys/key-file.ts';
import { keyFormUnsupported, keyUnreadable } from '../keys/key-refusals.ts';
import { readOpenSsh } from '../keys/open-ssh.ts';
import { type Pem, readPem } from '../keys/pem.ts';
import { plainDer } from '../keys/plain-der.ts';
import { type KeyReading, readKey } from '../keys/read-key.ts';
import { byConsequence } from '../lint/finding.ts';
import { quote, quoteValue } from '../verdict/quote.ts';
import { describeCertificate } from './describe-certificate.ts';
import type { DescribedKey, DescribeKeyOptions, KeyDescription } from './described-key.ts';
import { curveOf, fittingAlgorithms, keyBits, keyName } from './key-traits.ts';
import { keyWeaknesses } from './key-weaknesses.ts';

const mostKeys = 64;

/**
 * Says what a pasted key is: kind, size, thumbprint, algorithms, weaknesses. Reads JWK, JWK set, PEM of every form,
 * OpenSSH public keys and, failing these, a secret; of the bytes of a file also DER and UTF-16. Never throws, and answers no private member.
 */
export async function describeKey(
  input: string | Uint8Array,
  options: DescribeKeyOptions = {},
): Promise<KeyDescription> {
  const file = typeof input === 'string' ? undefined : readKeyFile(input);
  const described = await describeInput(input, options);
  return file === undefined || described.kind === 'refused' ? described : writtenAs(file, described);
}

/** How the bytes are written is said with the form. */
function writtenAs(file: KeyFile, described: Extract<KeyDescription, { kind: 'keys' }>): KeyDescription {
  if (file.kind === 'text' && file.writing === undefined) return described;
  const keys = described.keys.map((key) => ({ ...key, ...formIn(file, key.form) }));
  return { ...described, keys };
}

function formIn(file: KeyFile, form: string): Pick<DescribedKey, 'form' | 'writing'> {
  if (file.kind === 'bytes') return { form: 'bytes' };
  if (file.writing === 'DER') return { form: form.replace(/^PEM/, 'DER') };
  return file.writing === undefined ? { form } : { form, writing: file.writing };
}

async function describeInput(
  input: string | Uint8Array,
  options: DescribeKeyOptions,
): Promise<KeyDescription> {
  const text = textOfKey(input);
  const pem = readPem(text);
  if (pem?.form === 'encrypted' && options.password !== undefined) {
    const opened = await decryptPem(text, options.password);
    return opened.kind === 'refused' ? opened : describePem(opened.key, 'PEM, encrypted', options);
  }
  const reading = readKey(input);
  if (pem !== undefined && reading.kind !== 'refused') return describePem(text, formOf(pem), options);
  if (pem !== undefined && pem.form !== 'encrypted') return refused(keyFormUnsupported(pem.label));
  return describeReading(reading, text, options);
}

async function describeReading(
  reading: KeyReading,
  text: string,
  options: DescribeKeyOptions,
): Promise<KeyDescription> {
  switch (reading.kind) {
    case 'refused':
      return reading;
    case 'jwk': {
      const ssh = readOpenSsh(text);
      const form = ssh === undefined ? 'JWK' : `OpenSSH, ${ssh.type}`;
      const comment = ssh === undefined || ssh.comment === '' ? {} : { comment: quote(ssh.comment) };
      return one({ ...(await describeJwk(reading.jwk, form, options)), ...comment });
    }
    case 'jwks': {
      // Key sets are published: whatever in them can sign is out of place.
      const publicly = { ...options, publicPlace: options.publicPlace ?? true };
      const jwks = reading.keys.slice(0, mostKeys);
      const keys = await Promise.all(jwks.map((jwk) => describeJwk(jwk, 'JWK set', publicly)));
      return { kind: 'keys', isSet: true, keys };
    }
    case 'secret':
      return one(await describeJwk({ kty: 'oct', k: encodeBase64url(reading.secret) }, 'text', options));
    case 'pem':
      return describePem(reading.pem, 'PEM', options);
  }
}

async function describePem(text: string, form: string, options: DescribeKeyOptions): Promise<KeyDescription> {
  const pem = readPem(text);
  const plain = pem === undefined ? undefined : plainDer(pem);
  const jwk = plain === undefined ? undefined : await jwkOfDer(plain);
  if (jwk === undefined) return refused(keyUnreadable('key of a kind that is known here'));
  const described = await describeJwk(jwk, form, options);
  const certificate = readCertificate(text);
  if (certificate === undefined) return one(described);
  const { words, weaknesses } = describeCertificate(certificate, options.now);
  return one({
    ...described,
    certificate: words,
    weaknesses: byConsequence([...described.weaknesses, ...weaknesses]),
  });
}

async function describeJwk(jwk: Jwk, form: string, options: DescribeKeyOptions): Promise<DescribedKey> {
  const half = halfOfJwk(jwk);
  const [curve, bits, kid] = [curveOf(jwk), keyBits(jwk), kidOfJwk(jwk)];
  const print = half === 'secret' ? undefined : await thumbprint(jwk).catch(() => undefined);
  return {
    name: quote(keyName(jwk)),
    form,
    half,
    kty: quoteValue(jwk['kty']),
    ...(curve === undefined ? {} : { curve: quote(curve) }),
    ...(bits === undefined ? {} : { bits }),
    ...(print === undefined ? {} : { thumbprint: print }),
    ...(kid === undefined ? {} : { kid: quote(kid) }),
    algorithms: fittingAlgorithms(jwk),
    ...(half === 'secret' ? {} : { publicJwk: publicHalf(jwk) }),
    weaknesses: keyWeaknesses(jwk, options.publicPlace === true),
  };
}

const standards: Partial<Readonly<Record<Pem['form'], string>>> = {
  spki: 'SPKI',
  pkcs8: 'PKCS#8',
  x509: 'X.509',
  'pkcs1-public': 'PKCS#1',
  'pkcs1-private': 'PKCS#1',
  sec1: 'SEC1',
};

function formOf({ form, label }: Pem): string {
  const standard = standards[form];
  return `PEM, ${label}${standard === undefined ? '' : ` (${standard})`}`;
}

function one(key: DescribedKey): KeyDescription {
  return { kind: 'keys', isSet: false, keys: [key] };
}

function refused(refusal: KeyRefusal): KeyDescription {
  return { kind: 'refused', refusal };
}
