import { decodeBase64url } from '../base64url/decode-base64url.ts';
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

function changes({ how }: SecretSpelling): number {
  return how === '' ? 0 : how.split(' and ').length;
}

function withoutRepeats(spellings: readonly SecretSpelling[]): readonly SecretSpelling[] {
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

function base64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  return decodeBase64url(withoutPadding(text).replaceAll('+', '-').replaceAll('/', '_')).bytes;
}

function base64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  return /^[A-Za-z0-9_-]+={0,2}$/.test(text) ? decodeBase64url(withoutPadding(text)).bytes : undefined;
}

function hexadecimal(text: string): Uint8Array<ArrayBuffer> | undefined {
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
