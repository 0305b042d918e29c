import { isMachineHash, type NeededSecret, refusal, SignetError, tellReference } from '@signet/contracts';
import { halfOfJwk, readKey } from '@signet/token/keys';
import { unfitForUpstreamTls } from './upstream-tls-secret.ts';

/** Characters: what 128 random bits are in base64url. Whoever shows one of a client may try others. */
const shortestOfClient = 22;

/** Schemes of the addresses that may hold a password. */
export const storeSchemes: Readonly<Record<string, readonly string[]>> = {
  DATABASE_URL: ['postgres:', 'postgresql:'],
  REDIS_URL: ['redis:', 'rediss:'],
};

/**
 * Whether it can be what it is for. It is not compared with what others show, before that is known.
 * @throws SignetError `secret_unreadable`, which tells no more of it than its length
 */
export function judgeSecret({ key, reference, leastBytes = 0 }: NeededSecret, secret: string): void {
  const unfit =
    unfitForUpstreamTls(key, secret) ??
    unfitForIssuer(key, secret) ??
    unfitForMachine(key, secret) ??
    tooShort(secret, leastBytes) ??
    unfitnessOf(key, secret);
  if (unfit === undefined) return;
  throw new SignetError(
    refusal('secret_unreadable.unfit', { reference: tellReference(reference), key, ...unfit }),
  );
}

/** A public key is no secret, and a secret no public key: whichever stands in for the other, anybody could sign. */
function unfitForIssuer(key: string, text: string): { reason: string; wanted: string } | undefined {
  // With the secret of a client nothing is signed or verified: its issuer made it as it likes.
  if (!key.startsWith('issuers.') || key.endsWith('.introspection.clientSecret')) return undefined;
  const { kind } = readKey(text);
  if (key.endsWith('.secret')) {
    return kind === 'secret' ? undefined : { reason: 'a key', wanted: 'a secret that is no key' };
  }
  if (kind === 'secret' || kind === 'refused')
    return { reason: 'another text', wanted: 'a public key in PEM, or a JWK set' };
  return signs(text) ? { reason: 'a key that signs', wanted: 'public keys alone' } : undefined;
}

/** The password itself would be as readable there as it is dangerous. */
function unfitForMachine(key: string, text: string): { reason: string; wanted: string } | undefined {
  if (!key.startsWith('machines.') || isMachineHash(text.trim())) return undefined;
  return { reason: 'another text', wanted: 'a hash as `signet machine hash` prints it' };
}

function signs(text: string): boolean {
  const reading = readKey(text);
  if (reading.kind === 'jwks') return reading.keys.some((jwk) => halfOfJwk(jwk) !== 'public');
  return !('half' in reading) || reading.half !== 'public';
}

function tooShort(secret: string, leastBytes: number): { reason: string; wanted: string } | undefined {
  const bytes = Buffer.byteLength(secret);
  if (bytes >= leastBytes) return undefined;
  return { reason: `${bytes} bytes`, wanted: `at least ${leastBytes} bytes, as many as the hash has` };
}

function unfitnessOf(key: string, secret: string): { reason: string; wanted: string } | undefined {
  const schemes = storeSchemes[key];
  if (schemes !== undefined) {
    if (schemes.includes(URL.parse(secret)?.protocol ?? '')) return undefined;
    const wanted = `an address that begins with ${schemes.map((each) => `${each}//`).join(' or ')}`;
    return { reason: 'another text', wanted };
  }
  if (!key.startsWith('clients.') || secret.length >= shortestOfClient) return undefined;
  const wanted = `at least ${shortestOfClient} characters, which nobody can guess`;
  return { reason: `${secret.length} characters`, wanted };
}
