import type { Refusal } from '@signet/token';

/** How the text of a secret becomes bytes. */
export type SecretEncoding = 'utf8' | 'base64' | 'base64url' | 'hex';

export const secretEncodings: readonly SecretEncoding[] = ['utf8', 'base64', 'base64url', 'hex'];

/** What the text in the key field was read as. */
export type KeyReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly secret: boolean; readonly refusal: Refusal<string> }
  | { readonly kind: 'readable'; readonly secret: boolean; readonly description: string };

export const noKey: KeyReading = { kind: 'none' };
