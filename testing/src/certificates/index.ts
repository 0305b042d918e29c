import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate with its private key, both as PEM. */
export interface TestCertificate {
  readonly certificate: string;
  readonly key: string;
  readonly der: Uint8Array<ArrayBuffer>;
  /** `x5t#S256`. */
  readonly thumbprint: string;
}

export interface CertificateWish {
  /** In the order of the certificate, the most general part first: `[['O', 'Example'], ['CN', 'billing']]`. */
  readonly subject?: readonly Attribute[];
  /** Alternative names; bytes that are no text are written as they stand. */
  readonly dns?: readonly string[];
  readonly uri?: readonly string[];
  readonly ip?: readonly (readonly number[])[];
  readonly email?: readonly string[];
  /** Object identifiers of its purposes; `clientAuth` if left out, none at all if empty. */
  readonly purposes?: readonly string[];
  /** Milliseconds since the epoch. */
  readonly from?: number;
  readonly until?: number;
}

/** The third member is the tag of the string; UTF8String if left out. */
export type Attribute = readonly [type: keyof typeof types | (string & {}), value: string, tag?: number];

/** One that issues certificates of clients. */
export interface TestAuthority extends TestCertificate {
  issue(wish?: CertificateWish): TestCertificate;
}

export const purposes = { client: '1.3.6.1.5.5.7.3.2', server: '1.3.6.1.5.5.7.3.1' } as const;

const day = 24 * 60 * 60 * 1000;
const types = { CN: '2.5.4.3', C: '2.5.4.6', O: '2.5.4.10', OU: '2.5.4.11' } as const;

export function testAuthority(name = 'Authority of this test', wish: CertificateWish = {}): TestAuthority {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject: readonly Attribute[] = [['CN', name]];
  const own = made({ purposes: [], ...wish, subject }, pair, { subject, key: pair.privateKey }, true);
  return {
    ...own,
    issue: (wished = {}) =>
      made(
        wished,
        generateKeyPairSync('ec', { namedCurve: 'P-256' }),
        { subject, key: pair.privateKey },
        false,
      ),
  };
}

/** One that nobody else stands for. */
export function selfSigned(wish: CertificateWish = {}): TestCertificate {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return made(wish, pair, { subject: wish.subject ?? usual, key: pair.privateKey }, false);
}

const usual: readonly Attribute[] = [['CN', 'client']];

function made(
  wish: CertificateWish,
  { publicKey, privateKey }: { readonly publicKey: KeyObject; readonly privateKey: KeyObject },
  issuer: { readonly subject: readonly Attribute[]; readonly key: KeyObject },
  isAuthority: boolean,
): TestCertificate {
  const { subject = usual, from = Date.now() - day, until = Date.now() + 30 * day } = wish;
  const body = sequence(
    element(0xa0, element(2, Uint8Array.of(2))),
    element(2, Uint8Array.of(1, ...randomBytes(15))),
    ecdsa,
    nameOf(issuer.subject),
    sequence(time(from), time(until)),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(...extensions(wish, isAuthority))),
  );
  const signature = element(3, Uint8Array.of(0), sign('sha256', body, issuer.key));
  const der = sequence(body, ecdsa, signature);
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return {
    certificate: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    der,
    thumbprint: createHash('sha256').update(der).digest('base64url'),
  };
}

/** RFC 5280 §4.2.1: 19 basic constraints, 37 purposes, 17 alternative names. */
function extensions(wish: CertificateWish, isAuthority: boolean): readonly Uint8Array[] {
  const { dns = [], uri = [], ip = [], email = [], purposes: wished = [purposes.client] } = wish;
  const names = [
    ...email.map((each) => element(0x81, Buffer.from(each))),
    ...dns.map((each) => element(0x82, Buffer.from(each))),
    ...uri.map((each) => element(0x86, Buffer.from(each))),
    ...ip.map((each) => element(0x87, Uint8Array.from(each))),
  ];
  return [
    ...(isAuthority ? [extension('2.5.29.19', sequence(element(1, Uint8Array.of(0xff))))] : []),
    ...(wished.length === 0 ? [] : [extension('2.5.29.37', sequence(...wished.map(oid)))]),
    ...(names.length === 0 ? [] : [extension('2.5.29.17', sequence(...names))]),
  ];
}

function extension(identifier: string, value: Uint8Array): Uint8Array {
  return sequence(oid(identifier), element(4, value));
}

function nameOf(attributes: readonly Attribute[]): Uint8Array {
  return sequence(
    ...attributes.map(([type, value, tag = 0x0c]) => {
      const identifier = Object.hasOwn(types, type) ? types[type as keyof typeof types] : type;
      return element(0x31, sequence(oid(identifier), element(tag, Buffer.from(value))));
    }),
  );
}

const ecdsa = sequence(oid('1.2.840.10045.4.3.2'));

function sequence(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return element(0x30, ...parts);
}

function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Uint8Array.from([tag, ...size, ...content]);
}

function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const arcs = rest.flatMap((number) => {
    const octets = [number & 0x7f];
    for (let left = number >> 7; left > 0; left >>= 7) octets.unshift(0x80 | (left & 0x7f));
    return octets;
  });
  return element(6, Uint8Array.from([first * 40 + second, ...arcs]));
}

/** GeneralizedTime throughout, which every reader takes. */
function time(at: number): Uint8Array {
  return element(0x18, Buffer.from(new Date(at).toISOString().replace(/\.\d+|[-:T]/g, '')));
}
