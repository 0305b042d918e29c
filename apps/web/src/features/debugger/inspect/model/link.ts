import { readKey } from '@signet/token/keys';
import { carriedBy, type Linked } from './linked.ts';

/** The token and public key of a fragment; undefined where there is none. A private key in it is left out. */
export function readLink(fragment: string): Linked | undefined {
  const carried = carriedBy(fragment);
  if (!carried) return undefined;
  const { key = '', ...linked } = carried;
  const shared = publicText(key);
  return { ...linked, ...(shared !== undefined && { key: shared }) };
}

/**
 * A link to the same view. The key goes into it only if it is public.
 * @param page the address of the debugger, without a fragment
 */
export function makeLink(page: string, { token, key = '', at }: Linked): string {
  const shared = publicText(key);
  const parameters = new URLSearchParams({
    token: isPrivateKey(token) ? '' : token,
    ...(shared !== undefined && { key: shared }),
    ...(at !== undefined && { at: String(Math.floor(at / 1000)) }),
  });
  // `+` for a blank is a habit of forms: here a plus sign stays one.
  return `${page}#${parameters.toString().replaceAll('+', '%20')}`;
}

/** Whether a key that must not be given away stands in the place of the token, as it is pasted there by mistake. */
export function isPrivateKey(text: string): boolean {
  const reading = readKey(text);
  const isEncrypted = reading.kind === 'refused' && reading.refusal.code === 'key_encrypted';
  const isKey = ['jwk', 'jwks', 'pem'].includes(reading.kind);
  // A paste takes the blanks out of what is to be a token.
  return (
    /-----BEGIN[A-Z\s]*PRIVATE\s*KEY/.test(text) || isEncrypted || (isKey && publicText(text) === undefined)
  );
}

/** The text if every key in it is public; undefined for secrets, private keys and what is no key at all. */
export function publicText(text: string): string | undefined {
  const reading = readKey(text);
  switch (reading.kind) {
    case 'jwk':
    case 'pem':
      return reading.half === 'public' ? text : undefined;
    case 'jwks':
      return reading.keys.every((jwk) => publicText(JSON.stringify(jwk)) !== undefined) ? text : undefined;
    default:
      return undefined;
  }
}
