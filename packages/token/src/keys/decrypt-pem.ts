import { type DerElement, derAt, derTag, readDer } from './der.ts';
import { pemOfDer } from './der-of-jwk.ts';
import { sequenceOf } from './jwk-of-der.ts';
import { type KeyRefusal, type KeyResult, keyRead, keyRefused } from './key.ts';
import { keyUnreadable } from './key-refusals.ts';
import { readKeyText } from './key-text.ts';
import { identifierText } from './object-identifier.ts';

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2 = '1.2.840.113549.1.5.12';
const hashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.9': 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
};
/** AES-CBC and the bits of its key. Browsers have no AES-192. */
const ciphers: Readonly<Record<string, number>> = {
  '2.16.840.1.101.3.4.1.2': 128,
  '2.16.840.1.101.3.4.1.22': 192,
  '2.16.840.1.101.3.4.1.42': 256,
};

/** More than anybody sets; a file that asks for more is made to keep the reader busy. */
const mostIterations = 5_000_000;

interface Envelope {
  readonly hash: string;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
  readonly keyBits: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

/**
 * Opens an ENCRYPTED PRIVATE KEY (RFC 5958 §3) with its password and gives it as PRIVATE KEY: PBES2 with PBKDF2 and
 * AES-CBC (RFC 8018), as OpenSSL writes it. Another text than that is refused, as is a wrong password.
 */
export async function decryptPem(text: string, password: string): Promise<KeyResult<string>> {
  const read = readKeyText(text);
  const pem = read.kind === 'pem' ? read.pem : undefined;
  if (pem?.form !== 'encrypted') return keyRefused(keyUnreadable('ENCRYPTED PRIVATE KEY'));
  const envelope = readEnvelope(pem.der);
  if (envelope === undefined) return keyRefused(unknownEncryption());
  if (envelope.iterations > mostIterations) return keyRefused(tooManyIterations(envelope.iterations));
  const der = await open(envelope, password);
  return der === undefined ? keyRefused(wrongPassword()) : keyRead(pemOfDer({ form: 'pkcs8', der }));
}

function readEnvelope(der: Uint8Array<ArrayBuffer>): Envelope | undefined {
  try {
    const [scheme, ciphertext] = sequenceOf(der);
    const parts = derAt(named(scheme, pbes2), 0, derTag.sequence);
    const [derivation, encryption] = readDer(parts.content);
    return {
      ...readDerivation(named(derivation, pbkdf2)),
      ...readCipher(encryption),
      ciphertext: derAt(ciphertext === undefined ? [] : [ciphertext], 0, derTag.octets).content,
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** RFC 8018 §A.2: salt, iterations, perhaps the length of the key, perhaps the hash (SHA-1 where none is named). */
function readDerivation(fields: readonly DerElement[]): Pick<Envelope, 'salt' | 'iterations' | 'hash'> {
  const parameters = readDer(derAt(fields, 0, derTag.sequence).content);
  const iterations = derAt(parameters, 1, derTag.integer).content.reduce((sum, byte) => sum * 256 + byte, 0);
  const prf = parameters.slice(2).find(({ tag }) => tag === derTag.sequence);
  const hash = prf === undefined ? 'SHA-1' : hashes[identifierOf(prf)];
  if (hash === undefined) throw new RangeError('The hash is not known.');
  return { salt: derAt(parameters, 0, derTag.octets).content, iterations, hash };
}

function readCipher(element: DerElement | undefined): Pick<Envelope, 'keyBits' | 'iv'> {
  const keyBits = element === undefined ? undefined : ciphers[identifierOf(element)];
  if (element === undefined || keyBits === undefined) throw new RangeError('The cipher is not known.');
  return { keyBits, iv: derAt(readDer(element.content), 1, derTag.octets).content };
}

/** What follows the identifier, which must be this one. */
function named(element: DerElement | undefined, identifier: string): readonly DerElement[] {
  if (element === undefined || identifierOf(element) !== identifier) throw new RangeError('Another scheme.');
  return readDer(element.content).slice(1);
}

function identifierOf({ content }: DerElement): string {
  return identifierText(derAt(readDer(content), 0, derTag.oid).content);
}

async function open(envelope: Envelope, password: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { hash, salt, iterations, keyBits, iv, ciphertext } = envelope;
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const opened = crypto.subtle
    .deriveKey(
      { name: 'PBKDF2', hash, salt, iterations },
      secret,
      { name: 'AES-CBC', length: keyBits },
      false,
      ['decrypt'],
    )
    .then((key) => crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, ciphertext));
  const bytes = await opened.then(
    (buffer) => new Uint8Array(buffer),
    // Wrong padding is how a wrong password shows; the runtime's own words would add nothing.
    () => undefined,
  );
  return bytes !== undefined && isPrivateKey(bytes) ? bytes : undefined;
}

/** One in 256 wrong passwords leaves a padding that looks right. */
function isPrivateKey(der: Uint8Array<ArrayBuffer>): boolean {
  try {
    const fields = sequenceOf(der);
    return fields[0]?.tag === derTag.integer && fields[2]?.tag === derTag.octets;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function wrongPassword(): KeyRefusal {
  return {
    code: 'key_encrypted',
    sentence: 'The password does not open this key.',
    expected: 'the password that it was encrypted with',
    fix: 'Try the password again, without a line end after it.',
    rule: 'RFC 8018 §6.2',
  };
}

function unknownEncryption(): KeyRefusal {
  return {
    code: 'key_encrypted',
    sentence: 'The key is encrypted in a way that is not read here.',
    expected: 'PBES2 with PBKDF2 and AES-CBC',
    fix: 'Convert it: openssl pkcs8 -topk8 -v2 aes-256-cbc -in key.pem -out new.pem',
    rule: 'RFC 8018 §6.2',
  };
}

function tooManyIterations(iterations: number): KeyRefusal {
  return {
    ...unknownEncryption(),
    sentence: 'Opening this key would take too long.',
    expected: `at most ${mostIterations} rounds of PBKDF2`,
    actual: `${iterations} rounds`,
    rule: 'RFC 8018 §5.2',
  };
}
