import { createPrivateKey, type KeyObject, sign } from 'node:crypto';

/** Who asks for a token, and by what it proves that. */
export interface ServiceAccount {
  readonly email: string;
  readonly keyId: string | undefined;
  readonly key: KeyObject;
}

/** Where tokens of Google are got; what the file of an account says of it is not asked. */
export const tokenAddress = 'https://oauth2.googleapis.com/token';

const scope = 'https://www.googleapis.com/auth/cloud-platform';

/** Seconds for which what it says of itself counts; Google takes no longer ones. */
const lifetime = 3_600;

const leastBits = 2_048;

/** The file that Google gives for a service account; undefined for what is none, or has no key that can sign. */
export function readServiceAccount(text: string): ServiceAccount | undefined {
  const file = parsed(text);
  if (file === undefined || file['type'] !== 'service_account') return undefined;
  const { client_email: email, private_key: pem, private_key_id: keyId } = file;
  if (typeof email !== 'string' || email === '' || typeof pem !== 'string') return undefined;
  const key = keyIn(pem);
  return key && { email, keyId: typeof keyId === 'string' ? keyId : undefined, key };
}

/** What it says of itself, signed (RFC 7523 §2.1). @param at in milliseconds since the epoch */
export function assertionOf({ email, keyId, key }: ServiceAccount, at: number): string {
  const iat = Math.floor(at / 1_000);
  const head = { alg: 'RS256', typ: 'JWT', ...(keyId === undefined ? {} : { kid: keyId }) };
  const claims = { iss: email, scope, aud: tokenAddress, iat, exp: iat + lifetime };
  const signed = `${encoded(head)}.${encoded(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function keyIn(pem: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem);
    const isStrong = (key.asymmetricKeyDetails?.modulusLength ?? 0) >= leastBits;
    return key.asymmetricKeyType === 'rsa' && isStrong ? key : undefined;
  } catch {
    return undefined;
  }
}
