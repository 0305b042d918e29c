import type { Jwk } from './key.ts';

/** What is taken of an asymmetric key only to look at a token, never to trust it. */
export interface KeyAllowances {
  /** Takes an RSA key that anybody can factor (ROCA, an even modulus). */
  readonly dangerouslyAllowFactorableKey?: boolean;
}

/** Key material as a person or a document hands it over. */
export type KeyMaterial =
  | ({ readonly from: 'jwk'; readonly jwk: Jwk } & KeyAllowances)
  | ({ readonly from: 'pem'; readonly pem: string; readonly kid?: string } & KeyAllowances)
  | {
      readonly from: 'secret';
      /** Text is taken as UTF-8. */
      readonly secret: string | Uint8Array<ArrayBuffer>;
      readonly kid?: string;
      /** Takes a secret that is shorter than its hash: to look at a token, never to trust it. */
      readonly dangerouslyAllowShortSecret?: boolean;
    };
