import { createPrivateKey, createPublicKey, type webcrypto } from 'node:crypto';
import { isJwk } from '../../keys/jwk.ts';
import type { Jwk } from '../../keys/key.ts';
import { pemOfJwk } from '../../keys/key-conversion.ts';
import { publishedVectors, vectorFolders } from '../published-vectors.ts';

interface AnyVector {
  readonly token?: unknown;
  readonly key?: unknown;
  readonly jwk?: unknown;
}

const vectors: readonly AnyVector[] = vectorFolders().flatMap((folder) => [
  ...publishedVectors<unknown>(folder),
]);

/** Every token of `vectors/`, as the text in which somebody would paste it. */
export const tokenTexts: readonly string[] = distinct(
  vectors.flatMap(({ token }) => (token === undefined ? [] : [textOf(token)])),
);

/** The keys of hostile vectors are made to be refused, by OpenSSL as well. */
const readable = vectorFolders().filter((folder) => folder !== 'hostile');
const keys = readable
  .flatMap((folder) => publishedVectors<unknown>(folder) as readonly AnyVector[])
  .flatMap(({ key = {}, jwk = key }) => [jwk]);
const jwks = keys.filter((key): key is Jwk => isJwk(key));

/** Every key of `vectors/`, as JSON and in every PEM that it has. */
export const keyTexts: readonly string[] = distinct([
  ...keys.map(textOf),
  ...jwks.flatMap((jwk) => pemOfJwk(jwk) ?? []),
  ...jwks.filter(({ kty }) => kty === 'RSA').flatMap((jwk) => olderPems(jwk, 'pkcs1')),
  ...jwks.filter(({ kty, d }) => kty === 'EC' && d !== undefined).flatMap((jwk) => olderPems(jwk, 'sec1')),
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea example',
]);

/** By OpenSSL, as Node carries it. */
function olderPems(jwk: Jwk, type: 'pkcs1' | 'sec1'): readonly string[] {
  const input = { key: jwk as webcrypto.JsonWebKey, format: 'jwk' } as const;
  const isPrivate = jwk['d'] !== undefined;
  const key = isPrivate ? createPrivateKey(input) : createPublicKey(input);
  return [String(key.export({ type: type as 'pkcs1', format: 'pem' }))];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
