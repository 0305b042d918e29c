import { isJwk } from './jwk.ts';
import { readKeyFile } from './key-file.ts';
import type { KeyForm } from './key-form.ts';
import { readKeyText } from './key-text.ts';
import { hasPemLine } from './loose-pem.ts';

/**
 * How these bytes are an asymmetric key, which must not serve as a secret (RFC 8725 §2.1): in every form and wrapping in
 * which a key is read, for a public key is no more secret in base64 or as a JWK.
 */
export function keyFormOf(bytes: Uint8Array): KeyForm | undefined {
  const file = readKeyFile(bytes);
  if (file.kind === 'bytes') return undefined;
  if (file.writing === 'DER') return 'DER';
  if (hasPemLine(file.text)) return 'PEM';
  const read = readKeyText(file.text);
  switch (read.kind) {
    case 'json':
      return holdsAsymmetric(read.value) ? 'JWK' : undefined;
    case 'pem':
      return 'DER';
    case 'open-ssh':
      return 'OpenSSH';
    default:
      return undefined;
  }
}

function holdsAsymmetric(value: object): boolean {
  if (isJwk(value)) return value['kty'] !== 'oct';
  const keys: readonly unknown[] = 'keys' in value && Array.isArray(value.keys) ? value.keys : [];
  return keys.some((key) => isJwk(key) && key['kty'] !== 'oct');
}
