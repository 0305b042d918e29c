import { exportPublicJwk, generateKeyPair, type KeyPair } from '@signet/token/keys';
import { createPasswordHasher } from '@signet/trust/passwords';

/** Keys that are made for one look, and stand in the place of those of every issuer. */
export interface DoctorKeys {
  readonly own: KeyPair;
  /** Another one that calls itself the same, and that nobody publishes. */
  readonly stranger: KeyPair;
  /** The own one as issuers publish theirs. */
  readonly published: string;
  /** Of every machine. */
  readonly password: DoctorPassword;
}

export interface DoctorPassword {
  readonly text: string;
  /** As the configuration holds it. */
  readonly hash: string;
}

const kid = 'doctor';

export async function makeDoctorKeys(): Promise<DoctorKeys> {
  const [own, stranger, password] = await Promise.all([
    generateKeyPair('ES256', kid),
    generateKeyPair('ES256', kid),
    makePassword(),
  ]);
  const published = JSON.stringify({ keys: [await exportPublicJwk(own.verification)] });
  return { own, stranger, published, password };
}

async function makePassword(): Promise<DoctorPassword> {
  const text = drawPassword();
  return { text, hash: await (await createPasswordHasher()).hash(text) };
}

export function drawPassword(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString('base64');
}
