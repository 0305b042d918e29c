import { type KeyObject, sign } from 'node:crypto';
import { type Members, signedText } from './signed-text.ts';

/** A key pair made by OpenSSL, in each form that a person may have it in. */
export class MadeKey {
  readonly #pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

  constructor(pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }) {
    this.#pair = pair;
  }

  /** SubjectPublicKeyInfo. */
  get pem(): string {
    return String(this.#pair.publicKey.export({ format: 'pem', type: 'spki' }));
  }

  get der(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#pair.publicKey.export({ format: 'der', type: 'spki' }));
  }

  /** The base64 of `der`, on one line. */
  get base64(): string {
    return Buffer.from(this.der).toString('base64');
  }

  get pkcs1(): string {
    return String(this.#pair.publicKey.export({ format: 'pem', type: 'pkcs1' }));
  }

  get privatePem(): string {
    return String(this.#pair.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  }

  get privateDer(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#pair.privateKey.export({ format: 'der', type: 'pkcs8' }));
  }

  /** PKCS#1 or SEC1. */
  olderPrivatePem(type: 'pkcs1' | 'sec1'): string {
    return String(this.#pair.privateKey.export({ format: 'pem', type }));
  }

  /** The public JWK, with other members put over it. */
  jwk(over: Members = {}): Members {
    return { ...this.#pair.publicKey.export({ format: 'jwk' }), ...over };
  }

  privateJwk(over: Members = {}): Members {
    return { ...this.#pair.privateKey.export({ format: 'jwk' }), ...over };
  }

  token(alg: string, header: Members = {}, claims?: Members | string): string {
    return signedText({ alg, ...header }, claims, (input) =>
      sign(hashOf(alg), Buffer.from(input), { key: this.#pair.privateKey, ...optionsOf(alg) }),
    );
  }
}

/** Edwards curves and lattices hash by themselves. */
function hashOf(alg: string): string | undefined {
  const bits = /^(?:RS|PS|ES)(256|384|512)K?$/.exec(alg)?.[1];
  return bits === undefined ? undefined : `sha${bits}`;
}

function optionsOf(alg: string): { padding?: number; saltLength?: number; dsaEncoding?: 'ieee-p1363' } {
  if (alg.startsWith('PS')) return { padding: 6, saltLength: Number(alg.slice(2)) / 8 };
  return alg.startsWith('ES') ? { dsaEncoding: 'ieee-p1363' } : {};
}
