import { type Jwk, pemOfJwk } from '@signet/token/keys';

/** How a key is written. A set holds public keys only. */
export type KeyForm = 'jwk' | 'pem' | 'jwks';

/** A key in every form that it has, as text. */
export type KeyForms = Readonly<Partial<Record<KeyForm, string>>> & { readonly jwk: string };

/** The forms of a private key or a secret. */
export function privateForms(jwk: Jwk): KeyForms {
  const pem = pemOfJwk(jwk);
  return { jwk: pretty(jwk), ...(pem !== undefined && { pem }) };
}

/** The forms of a public key. */
export function publicForms(jwk: Jwk): KeyForms {
  return { ...privateForms(jwk), jwks: pretty({ keys: [jwk] }) };
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
