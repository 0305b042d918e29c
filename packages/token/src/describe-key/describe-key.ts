import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { importInspectionKey } from '../jws/import-inspection-key.ts';
import { readCertificate } from '../keys/certificate.ts';
import { readJwk } from '../keys/check-jwk.ts';
import { decryptPem } from '../keys/decrypt-pem.ts';
import { thumbprint } from '../keys/generate-key-pair.ts';
import { halfOfJwk, kidOfJwk, publicHalf } from '../keys/jwk.ts';
import { jwkOfDer } from '../keys/jwk-of-der.ts';
import type { Jwk, KeyRefusal } from '../keys/key.ts';
import { type KeyFile, readKeyFile, textOfKey } from '../keys/key-file.ts';
import { keyUnreadable } from '../keys/key-refusals.ts';
import { markedJwk } from '../keys/marked-jwk.ts';
import { readPem } from '../keys/pem.ts';
import { plainDer } from '../keys/plain-der.ts';
import { type KeyReading, readKey } from '../keys/read-key.ts';
import { byConsequence, type Finding } from '../lint/finding.ts';
import { quote, quoteValue } from '../verdict/quote.ts';
import { describeCertificate } from './describe-certificate.ts';
import type { DescribedKey, DescribeKeyOptions, KeyDescription } from './described-key.ts';
import { curveOf, fittingAlgorithms, keyBits, keyName } from './key-traits.ts';
import { keyWeaknesses } from './key-weaknesses.ts';

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
  const reading = readKey(input);
  const { password } = options;
  if (reading.kind !== 'refused' || reading.refusal.code !== 'key_encrypted' || password === undefined)
    return describeReading(reading, options);
  const opened = await decryptPem(textOfKey(input), password);
  return opened.kind === 'refused' ? opened : describePem(opened.key, 'PEM, encrypted', options);
}

async function describeReading(reading: KeyReading, options: DescribeKeyOptions): Promise<KeyDescription> {
  switch (reading.kind) {
    case 'refused':
      return reading;
    case 'jwk': {
      const { ssh, found } = reading;
      const form = ssh === undefined ? 'JWK' : `OpenSSH, ${ssh.type}`;
      const comment = ssh === undefined || ssh.comment === '' ? {} : { comment: quote(ssh.comment) };
      return one({ ...(await describeJwk(reading.jwk, wrapped(form, found), options)), ...comment });
    }
    case 'jwks': {
      // Key sets are published: whatever in them can sign is out of place.
      const publicly = { ...options, publicPlace: options.publicPlace ?? true };
      const form = wrapped('JWK set', reading.found);
      const keys = await Promise.all(reading.keys.map((jwk) => describeEntry(jwk, form, publicly)));
      return { kind: 'keys', isSet: true, keys };
    }
    case 'secret':
      return one(await describeJwk({ kty: 'oct', k: encodeBase64url(reading.secret) }, 'text', options));
    case 'pem':
      return describePem(reading.pem, wrapped(formOf(reading.label), reading.found), options);
  }
}

/** In what it was found is said with the form, as other programs may not find it there. */
function wrapped(form: string, found: readonly string[]): string {
  return [form, ...found].join(', ');
}

/** A key of a set that is none is described by what is wrong with it, and the others as they are. */
async function describeEntry(jwk: Jwk, form: string, options: DescribeKeyOptions): Promise<DescribedKey> {
  const checked = readJwk(jwk);
  if (checked.kind === 'key') return describeJwk(checked.key, form, options);
  const kid = kidOfJwk(jwk);
  return {
    name: 'key that cannot be used',
    form,
    half: halfOfJwk(jwk),
    kty: quoteValue(jwk['kty']),
    ...(kid === undefined ? {} : { kid: quote(kid) }),
    algorithms: [],
    weaknesses: [damaged(checked.refusal)],
  };
}

/** Numbers that are no key, such as a point off its curve, which only the runtime sees. */
async function unusable(jwk: Jwk, [alg]: readonly string[]): Promise<readonly Finding[]> {
  if (alg === undefined || jwk['kty'] === 'oct') return [];
  const read = await importInspectionKey({ kind: 'jwk', jwk }, alg);
  return read.kind === 'refused' && read.refusal.code === 'key_unreadable' ? [damaged(read.refusal)] : [];
}

function damaged({ sentence, fix = '', rule = '' }: KeyRefusal): Finding {
  return { rule: 'key/damaged', level: 'error', sentence, fix, reference: rule };
}

async function describePem(text: string, form: string, options: DescribeKeyOptions): Promise<KeyDescription> {
  const pem = readPem(text);
  const plain = pem === undefined ? undefined : plainDer(pem);
  const jwk = plain === undefined ? undefined : await jwkOfDer(plain);
  if (jwk === undefined) return refused(keyUnreadable('key of a kind that is known here'));
  const marked = plain?.algorithms;
  const { publicJwk: _bare, ...basics } = await describeJwk(jwk, form, options);
  const publicJwk = markedJwk(publicHalf(jwk), marked);
  const described = { ...basics, ...(marked && { algorithms: marked }), ...(publicJwk && { publicJwk }) };
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
  const algorithms = fittingAlgorithms(jwk);
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
    algorithms,
    ...(half === 'secret' ? {} : { publicJwk: publicHalf(jwk) }),
    weaknesses: byConsequence([
      ...(await unusable(jwk, algorithms)),
      ...keyWeaknesses(jwk, options.publicPlace === true),
    ]),
  };
}

const standards: Readonly<Record<string, string>> = {
  'PUBLIC KEY': 'SPKI',
  'PRIVATE KEY': 'PKCS#8',
  CERTIFICATE: 'X.509',
  'RSA PUBLIC KEY': 'PKCS#1',
  'RSA PRIVATE KEY': 'PKCS#1',
  'EC PRIVATE KEY': 'SEC1',
};

function formOf(label: string): string {
  const standard = Object.hasOwn(standards, label) ? standards[label] : undefined;
  return `PEM, ${label}${standard === undefined ? '' : ` (${standard})`}`;
}

function one(key: DescribedKey): KeyDescription {
  return { kind: 'keys', isSet: false, keys: [key] };
}

function refused(refusal: KeyRefusal): KeyDescription {
  return { kind: 'refused', refusal };
}
