import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { withoutPadding } from '../base64url/without-padding.ts';

/** A secret as somebody may have meant it. */
export interface SecretSpelling {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How it was read, to follow "when the secret is taken"; empty for the text as it stands. */
  readonly how: string;
}

type Change<Result> = readonly [how: string, apply: (text: string) => Result];

const texts: readonly Change<string>[] = [
  ['', (text) => text],
  ['without the white space around it', (text) => text.trim()],
  ['without its byte order mark', (text) => text.replace(/^\ufeff/, '')],
  ['without the quotes around it', (text) => text.trim().replace(/^(["'`])(.*)\1$/s, '$2')],
  ['with \\n turned into line breaks', (text) => text.replaceAll('\\r', '\r').replaceAll('\\n', '\n')],
  ['with its percent-encoding undone', percentDecoded],
];

const readings: readonly Change<Uint8Array<ArrayBuffer> | undefined>[] = [
  ['', utf8],
  ['with a line break at its end', (text) => utf8(`${text}\n`)],
  ['with a Windows line break at its end', (text) => utf8(`${text}\r\n`)],
  ['as base64', base64],
  ['as base64url', base64url],
  ['as hexadecimal', hexadecimal],
];

/** How a secret may be spelt, each change by itself. */
export const spellingNames: readonly string[] = [...texts, ...readings].flatMap(([how]) =>
  how === '' ? [] : [how],
);

/** Every reading of a secret that is worth a try, the simplest first, each sequence of bytes once. */
export function secretSpellings(secret: string): readonly SecretSpelling[] {
  const spellings = texts.flatMap(([change, apply]) =>
    readings.flatMap(([reading, read]): readonly SecretSpelling[] => {
      const bytes = read(apply(secret));
      const how = [change, reading].filter((part) => part !== '').join(' and ');
      return bytes === undefined || bytes.length === 0 ? [] : [{ bytes, how }];
    }),
  );
  return withoutRepeats(spellings.toSorted((one, other) => changes(one) - changes(other)));
}

type Bytes = Uint8Array<ArrayBuffer>;

/** With its byte order mark, in UTF-16, or with its last line end. */
export const asFile = 'as the bytes of its file';

/** What programs make of a secret that is no text. */
const byteReadings: readonly (readonly [how: string, read: (bytes: Bytes) => Bytes])[] = [
  ['', (bytes) => bytes],
  ['as text with U+FFFD for what is no UTF-8', (bytes) => utf8(new TextDecoder().decode(bytes))],
  ['without the line break at its end', withoutLastLineBreak],
  ['as the text of its base64', (bytes) => utf8(base64Text(bytes))],
  ['as the text of its base64url', (bytes) => utf8(encodeBase64url(bytes))],
];

/** Every reading of a secret that is no text, each sequence of bytes once. */
export function byteSpellings(secret: Bytes): readonly SecretSpelling[] {
  const spellings = byteReadings.map(([how, read]) => ({ bytes: read(secret), how }));
  return withoutRepeats(spellings.filter(({ bytes }) => bytes.length > 0));
}

function withoutLastLineBreak(bytes: Bytes): Bytes {
  return bytes.at(-1) === 0x0a ? bytes.subarray(0, bytes.at(-2) === 0x0d ? -2 : -1) : bytes;
}

function base64Text(bytes: Bytes): string {
  const text = encodeBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

function changes({ how }: SecretSpelling): number {
  return how === '' ? 0 : how.split(' and ').length;
}

export function withoutRepeats(spellings: readonly SecretSpelling[]): readonly SecretSpelling[] {
  const seen = new Set<string>();
  return spellings.filter(({ bytes }) => {
    const identity = bytes.join();
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function base64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  return decodeBase64url(withoutPadding(text).replaceAll('+', '-').replaceAll('/', '_')).bytes;
}

export function base64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  return /^[A-Za-z0-9_-]+={0,2}$/.test(text) ? decodeBase64url(withoutPadding(text)).bytes : undefined;
}

export function hexadecimal(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^(?:[0-9a-f]{2})+$/i.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // What is not percent-encoded UTF-8 stays as it is.
    if (error instanceof URIError) return text;
    throw error;
  }
}
