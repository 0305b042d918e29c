import { commands } from 'vitest/browser';
import type { PrivateSigner } from './made-signers.ts';

/** Tokens for the screen, made in Node by another library than the page's own. */
export const hmacToken: typeof commands.hmacToken = commands.hmacToken;
export const rsaToken: typeof commands.rsaToken = commands.rsaToken;
export const ellipticToken: typeof commands.ellipticToken = commands.ellipticToken;
export const discloses: typeof commands.discloses = commands.discloses;

type Members = Readonly<Record<string, unknown>>;

export interface Signer extends Pick<PrivateSigner, 'jwk' | 'thumbprint'> {
  readonly sign: (header: Members, claims: Members) => Promise<string>;
}

/** A key pair that signs tokens with ES256. */
export async function makeSigner(): Promise<Signer> {
  const { privateJwk, ...signer } = await commands.makeSigner();
  return { ...signer, sign: (header, claims) => commands.signWith(privateJwk, header, claims) };
}

export function base64url(text: string): string {
  return encode(new TextEncoder().encode(text));
}

/** The text of a segment. */
export function decoded(segment: string): string {
  return new TextDecoder().decode(Uint8Array.fromBase64(segment, { alphabet: 'base64url' }));
}

/** `ath` of RFC 9449 §4.2. */
export async function sha256(text: string): Promise<string> {
  return encode(await digest(text));
}

/** `at_hash` of an ID token signed with a SHA-256 algorithm (OpenID Connect Core 1.0 §3.1.3.6). */
export async function halfHash(text: string): Promise<string> {
  return encode((await digest(text)).subarray(0, 16));
}

async function digest(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

function encode(bytes: Uint8Array<ArrayBuffer>): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}
