import type { SignatureAlgorithm } from './algorithm.ts';

export type PemForm =
  | 'spki'
  | 'pkcs8'
  | 'x509'
  | 'pkcs1-public'
  | 'pkcs1-private'
  | 'sec1'
  | 'encrypted'
  | 'other';

export interface Pem {
  readonly form: PemForm;
  /** The words between BEGIN and the dashes (RFC 7468 §2). */
  readonly label: string;
  /** One block, without text around it and with plain line ends. */
  readonly text: string;
  readonly der: Uint8Array<ArrayBuffer>;
}

// `openssl ecparam -genkey` writes the parameters in front of the key, which names them itself.
const block = /-----BEGIN (?!EC PARAMETERS)([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/;
const forms: Readonly<Record<string, PemForm>> = {
  'PUBLIC KEY': 'spki',
  'PRIVATE KEY': 'pkcs8',
  CERTIFICATE: 'x509',
  'RSA PUBLIC KEY': 'pkcs1-public',
  'RSA PRIVATE KEY': 'pkcs1-private',
  'EC PRIVATE KEY': 'sec1',
  'ENCRYPTED PRIVATE KEY': 'encrypted',
};

/** Whether keys of this label are read here. */
export function isKnownLabel(label: string): boolean {
  return Object.hasOwn(forms, label);
}

export function looksLikePem(text: string): boolean {
  return /-----BEGIN [A-Z0-9 ]{1,40}-----/.test(text);
}

/** The first PEM block of a text (RFC 7468), or undefined. */
export function readPem(text: string): Pem | undefined {
  const found = block.exec(text);
  const label = found?.[1];
  const body = found?.[2]?.replace(/\s+/g, '');
  if (label === undefined || body === undefined || body === '') return undefined;
  const der = decodeBase64(body);
  if (der === undefined) return undefined;
  const form = Object.hasOwn(forms, label) ? (forms[label] ?? 'other') : 'other';
  return { form, label, text: armour(label, body), der };
}

/** PEM of these bytes (RFC 7468 §2). */
export function pemOf(label: string, der: Uint8Array): string {
  return armour(label, btoa(Array.from(der, (byte) => String.fromCharCode(byte)).join('')));
}

function armour(label: string, body: string): string {
  const lines = body.match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** Object identifiers of key types and curves, as DER writes them, and what such a key may be used for. */
const identifiers: readonly (readonly [string, readonly SignatureAlgorithm[]])[] = [
  ['06082a8648ce3d030107', ['ES256']],
  ['06052b81040022', ['ES384']],
  ['06052b81040023', ['ES512']],
  ['06032b6570', ['EdDSA']],
  ['06092a864886f70d010101', ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']],
];

/** A guess from the identifiers inside; the import has the last word. */
export function algorithmsOfDer(der: Uint8Array): readonly SignatureAlgorithm[] {
  const hex = [...der].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return identifiers.find(([identifier]) => hex.includes(identifier))?.[1] ?? [];
}

/** The bytes of base64 without white space; undefined for what is none. */
export function decodeBase64(body: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(body) || body.length % 4 !== 0) return undefined;
  return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
}
