import { isShared, type SignatureAlgorithm } from '@signet/contracts';
import { halfOfJwk, type Jwk, jwkOfText, readKey } from '@signet/token/keys';
import type { KeyDocument } from './fetch-keys.ts';
import { KeyFault } from './key-fault.ts';
import type { HandedKeys } from './key-source.ts';
import type { SharedSecret } from './shared-secret.ts';

/**
 * What a reference of the operator leads to now: the newest first, then those before it for as long as both are taken.
 * Rejects where nothing is known of it.
 */
export type ReadHanded = (reference: string) => Promise<readonly string[]>;

/** The public keys that the operator handed over, as a JWK set. @throws KeyFault for what is no public key */
export async function handedDocument(keys: HandedKeys, read: ReadHanded): Promise<KeyDocument> {
  if (keys.from === 'secret') return { text: '{"keys":[]}' };
  const texts = keys.from === 'text' ? [keys.text] : await known(read, keys.reference);
  const sets = await Promise.all(texts.map(publicKeysIn));
  return { text: JSON.stringify({ keys: sets.flat() }) };
}

/** The secrets that the operator handed over: each for every algorithm that is accepted, and for no key of another kind. */
export async function handedSecrets(
  keys: HandedKeys,
  algorithms: readonly SignatureAlgorithm[],
  read: ReadHanded,
): Promise<readonly SharedSecret[]> {
  if (keys.from !== 'secret') return [];
  const secrets = await known(read, keys.reference);
  return secrets.flatMap((secret) => {
    if (readKey(secret).kind !== 'secret') throw new KeyFault('Where a secret should be is a key');
    return algorithms.filter(isShared).map((algorithm) => ({ algorithm, secret }));
  });
}

async function known(read: ReadHanded, reference: string): Promise<readonly string[]> {
  const texts = await read(reference);
  if (texts.length === 0) throw new KeyFault(`Nothing is known of ${reference}`);
  return texts;
}

async function publicKeysIn(text: string): Promise<readonly Jwk[]> {
  const keys = await jwksIn(text);
  if (keys.some((key) => halfOfJwk(key) !== 'public'))
    throw new KeyFault('Where public keys should be is a key that signs');
  return keys;
}

async function jwksIn(text: string): Promise<readonly Jwk[]> {
  const reading = readKey(text);
  if (reading.kind === 'jwks') return reading.keys;
  if (reading.kind === 'secret') throw new KeyFault('Where public keys should be is another text');
  const jwk = await jwkOfText(text);
  if (jwk.kind === 'refused') throw new KeyFault(jwk.refusal.sentence);
  return [jwk.key];
}
