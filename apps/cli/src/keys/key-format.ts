import { type Jwk, pemOfJwk } from '@signet/token/keys';
import { usageFailure } from '../failure.ts';
import { jsonText } from '../terminal/json-text.ts';

export type KeyFormat = 'jwk' | 'pem';

export function parseFormat(text: string): KeyFormat {
  if (text === 'jwk' || text === 'pem') return text;
  throw usageFailure({
    sentence: 'This is no form that keys are written in here.',
    expected: 'jwk or pem',
    actual: text.slice(0, 40),
    fix: 'Choose one of them.',
  });
}

/**
 * The key as a file holds it, with a line end.
 * @throws CommandFailure for a kind that has no PEM
 */
export function keyText(jwk: Jwk, format: KeyFormat): string {
  if (format === 'jwk') return jsonText(jwk);
  const pem = pemOfJwk(jwk);
  if (pem !== undefined) return pem;
  throw usageFailure({
    sentence: 'This kind of key has no PEM.',
    expected: 'an RSA, EC or OKP key',
    actual: jwk['kty'] === 'oct' ? 'a shared secret' : 'another kind, or a key that lacks members',
    fix: 'Write it as a JWK.',
  });
}
