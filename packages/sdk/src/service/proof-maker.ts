import { newId, type WallClock } from '@signet/contracts';
import { encodeBase64url } from '@signet/token/base64url';
import type { SigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';

const kept = 64;

/**
 * Proofs of a key that this process made and nobody can take out of it (RFC 9449). Servers may ask for a nonce of theirs;
 * the newest of each origin is repeated, of 64 origins at most.
 */
export class ProofMaker {
  readonly #wall: WallClock;
  readonly #nonces = new Map<string, string>();
  #pair: Promise<{ readonly key: SigningKey; readonly jwk: object }> | undefined;

  constructor(wall: WallClock) {
    this.#wall = wall;
  }

  /** @param accessToken the one that goes beside the proof */
  async prove(method: string, url: URL, accessToken?: string): Promise<string> {
    this.#pair ??= makePair();
    const { key, jwk } = await this.#pair;
    const nonce = this.#nonces.get(url.origin);
    const claims = {
      jti: newId('token'),
      htm: method,
      htu: `${url.origin}${url.pathname}`,
      iat: Math.floor(this.#wall() / 1000),
      ...(nonce === undefined ? {} : { nonce }),
      ...(accessToken === undefined ? {} : { ath: await hashed(accessToken) }),
    };
    return signToken(claims, { key, type: 'dpop+jwt', header: { jwk } });
  }

  /** Takes over the nonce that an answer brings; true where it brought another one. */
  follow(url: URL, response: Response): boolean {
    const nonce = response.headers.get('dpop-nonce');
    if (nonce === null || nonce === this.#nonces.get(url.origin)) return false;
    const [oldest] = this.#nonces.keys();
    if (this.#nonces.size >= kept && oldest !== undefined) this.#nonces.delete(oldest);
    this.#nonces.set(url.origin, nonce);
    return true;
  }
}

async function makePair(): Promise<{ readonly key: SigningKey; readonly jwk: object }> {
  const parameters = { name: 'ECDSA', namedCurve: 'P-256' };
  const { privateKey, publicKey } = await crypto.subtle.generateKey(parameters, false, ['sign', 'verify']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  return { key: { algorithm: 'ES256', key: privateKey }, jwk: { kty, crv, x, y } };
}

/** RFC 9449 §4.2: what `ath` says of a token. */
async function hashed(accessToken: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(accessToken));
  return encodeBase64url(new Uint8Array(bytes));
}
