import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { makeRocaKey } from '../roca-key.ts';
import { certificateOf } from './certificate-of.ts';
import { MadeKey } from './made-key.ts';
import { MadeSecret } from './made-secret.ts';

/** The keys of all cases, each made when it is first asked for. */
export class KeyRing {
  readonly #made = new Map<string, MadeKey>();

  get rsa(): MadeKey {
    return this.#once('rsa', () => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  }

  /** Another of the same kind. */
  get otherRsa(): MadeKey {
    return this.#once('other RSA', () => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  }

  get shortRsa(): MadeKey {
    return this.#once('short RSA', () => generateKeyPairSync('rsa', { modulusLength: 1024 }));
  }

  get pss(): MadeKey {
    return this.#once('PSS', () => generateKeyPairSync('rsa-pss', { modulusLength: 2048 }));
  }

  /** Bound to one hash (RFC 4055 §3.1). */
  get pss256(): MadeKey {
    const hash = { hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha256' };
    return this.#once('PSS 256', () => generateKeyPairSync('rsa-pss', { modulusLength: 2048, ...hash }));
  }

  get ec(): MadeKey {
    return this.#curve('P-256');
  }

  get otherEc(): MadeKey {
    return this.#once('other P-256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  }

  get p384(): MadeKey {
    return this.#curve('P-384');
  }

  get p521(): MadeKey {
    return this.#curve('P-521');
  }

  get p192(): MadeKey {
    return this.#curve('prime192v1');
  }

  /** Whose curve is spelt out in place of its name. */
  get explicit(): MadeKey {
    const curve = { namedCurve: 'P-256', paramEncoding: 'explicit' } as const;
    return this.#once('explicit parameters', () => generateKeyPairSync('ec', curve));
  }

  /** Of `rsa`. */
  get certificate(): string {
    return certificateOf(this.rsa);
  }

  get otherCertificate(): string {
    return certificateOf(this.otherRsa);
  }

  get secp256k1(): MadeKey {
    return this.#curve('secp256k1');
  }

  get brainpool(): MadeKey {
    return this.#curve('brainpoolP256r1');
  }

  get ed25519(): MadeKey {
    return this.#once('Ed25519', () => generateKeyPairSync('ed25519'));
  }

  get ed448(): MadeKey {
    return this.#once('Ed448', () => generateKeyPairSync('ed448'));
  }

  get mlDsa(): MadeKey {
    return this.#once('ML-DSA-44', () => generateKeyPairSync('ml-dsa-44'));
  }

  /** Of which the private half can be computed. */
  get roca(): MadeKey {
    return this.#once('ROCA', () => {
      const privateKey = createPrivateKey({ key: makeRocaKey('roca'), format: 'jwk' });
      return { privateKey, publicKey: createPublicKey(privateKey) };
    });
  }

  get dsa(): MadeKey {
    const size = { modulusLength: 1024, divisorLength: 160 };
    return this.#once('DSA', () => generateKeyPairSync('dsa', size));
  }

  readonly secret: MadeSecret = new MadeSecret(64);
  readonly shortSecret: MadeSecret = new MadeSecret(16);

  #curve(namedCurve: string): MadeKey {
    return this.#once(namedCurve, () => generateKeyPairSync('ec', { namedCurve }));
  }

  #once(name: string, make: () => ConstructorParameters<typeof MadeKey>[0]): MadeKey {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const made = new MadeKey(make());
    this.#made.set(name, made);
    return made;
  }
}
