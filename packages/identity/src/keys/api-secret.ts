import {
  type FillRandom,
  isShared,
  LiteralSecret,
  newId,
  type SharedAlgorithm,
  secretsOf,
} from '@signet/contracts';
import {
  algorithmTraits,
  importSigningKey,
  importVerificationKey,
  type SigningKey,
  type VerificationKey,
} from '@signet/token/keys';
import type { StoredSigningKey } from '../ports/index.ts';
import type { KeySealer } from './key-sealer.ts';
import { usable } from './usable.ts';

/** A secret that an API shares with this issuer. Whoever has it can sign for this audience, and for no other. */
export interface ApiSecret {
  readonly stored: StoredSigningKey;
  /** The name of the API. */
  readonly api: string;
  /** Of the API when the secret was made: under another audience of that name it is not good. */
  readonly audience: string;
  readonly algorithm: SharedAlgorithm;
  readonly signing: SigningKey;
  readonly verification: VerificationKey;
  /** Its characters are the bytes of the key (RFC 7518 §3.2), as libraries take them from a variable. */
  readonly text: LiteralSecret;
}

/** For which API a secret is made. */
export interface SharingApi {
  readonly name: string;
  readonly audience: string;
  readonly algorithm: SharedAlgorithm;
}

/** A new secret, sealed, with its text to be told once. @param now milliseconds since the epoch */
export function makeSecret(
  { name, audience, algorithm }: SharingApi,
  sealer: Pick<KeySealer, 'seal'>,
  random: FillRandom,
  now: number,
): { readonly stored: StoredSigningKey & { readonly state: 'next' }; readonly text: string } {
  const id = newId('key', random);
  const bits = algorithmTraits(algorithm).hashBits ?? 512;
  // As many random bits as the hash has, whatever the characters add in length.
  const text = Buffer.from(random(new Uint8Array(bits / 8))).toString('base64url');
  const stored = {
    id,
    algorithm,
    series: secretsOf(name),
    publicJwk: '{}',
    sealedPrivateJwk: sealer.seal(JSON.stringify({ secret: text, audience }), id),
    state: 'next',
    createdAt: now,
  } as const;
  return { stored, text };
}

/** Opens a stored secret, unless it is open already. @throws SignetError `master_key_wrong` */
export async function openSecret(
  { api, ...stored }: StoredSigningKey & { readonly api: string },
  open: readonly ApiSecret[],
  sealer: Pick<KeySealer, 'open'>,
): Promise<ApiSecret> {
  const before = open.find((secret) => secret.stored.id === stored.id);
  if (before?.stored.sealedPrivateJwk === stored.sealedPrivateJwk) return { ...before, stored };
  const { id: kid, algorithm, sealedPrivateJwk } = stored;
  const { secret, audience }: { secret: string; audience: string } = JSON.parse(
    sealer.open(sealedPrivateJwk, kid).plain,
  );
  if (!isShared(algorithm)) throw new Error(`The stored secret ${kid} is of ${algorithm}.`);
  const material = { from: 'secret', secret, kid } as const;
  return {
    stored,
    api,
    audience,
    algorithm,
    signing: usable(kid, await importSigningKey(material, algorithm)),
    verification: usable(kid, await importVerificationKey(material, algorithm)),
    text: new LiteralSecret(secret),
  };
}
