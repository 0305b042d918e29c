import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import type { JsonValue } from '../json/json-node.ts';
import { readJson } from '../json/read-json.ts';
import { toValue } from '../json/to-value.ts';
import { decodeUtf8 } from '../parse/decode-text.ts';

/** A disclosure before its digest was looked for. */
export interface ReadDisclosure {
  readonly text: string;
  readonly digest: string;
  readonly name?: string;
  readonly value: JsonValue;
}

/** The hash names of `_sd_alg` that are known here, and what Web Crypto calls them. */
const hashes: Readonly<Record<string, string>> = {
  'sha-256': 'SHA-256',
  'sha-384': 'SHA-384',
  'sha-512': 'SHA-512',
};

/** RFC 9901 §4.1.1: sha-256 where nothing is named; undefined for what is not known. */
export function hashOf(name: JsonValue | undefined): string | undefined {
  if (name === undefined) return hashes['sha-256'];
  return typeof name === 'string' && Object.hasOwn(hashes, name) ? hashes[name] : undefined;
}

/** Base64url of the hash of a text as it was sent (RFC 9901 §4.2.3). */
export async function digestOf(hash: string, text: string): Promise<string> {
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(text))));
}

/** RFC 9901 §4.2.1, §4.2.2. Undefined for what is no disclosure. Never rejects. */
export async function readDisclosure(text: string, hash: string): Promise<ReadDisclosure | undefined> {
  const { bytes, problems } = decodeBase64url(text);
  const json = problems.length > 0 ? undefined : decodeUtf8(bytes);
  const reading = json === undefined ? undefined : readJson(json);
  if (reading?.kind !== 'json' || reading.root.kind !== 'array') return undefined;
  const [salt, ...rest] = reading.root.items.map(toValue);
  const [first, second] = rest;
  if (typeof salt !== 'string' || first === undefined || rest.length > 2) return undefined;
  const digest = await digestOf(hash, text);
  if (second === undefined) return { text, digest, value: first };
  return typeof first === 'string' ? { text, digest, name: first, value: second } : undefined;
}
