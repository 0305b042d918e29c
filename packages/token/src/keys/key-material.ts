import type { Jwk } from './key.ts';

/** Key material as a person or a document hands it over. */
export type KeyMaterial =
  | { readonly from: 'jwk'; readonly jwk: Jwk }
  | { readonly from: 'pem'; readonly pem: string; readonly kid?: string }
  | {
      readonly from: 'secret';
      /** Text is taken as UTF-8. */
      readonly secret: string | Uint8Array<ArrayBuffer>;
      readonly kid?: string;
      /** Takes a secret that is shorter than its hash: to look at a token, never to trust it. */
      readonly dangerouslyAllowShortSecret?: boolean;
    };
