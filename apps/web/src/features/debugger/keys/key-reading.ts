import type { GivenKeys } from '@signet/token/keys';
import type { Refusal } from '@signet/token/verdict';

/** How the text of a secret becomes bytes. */
export type SecretEncoding = 'utf8' | 'base64' | 'base64url' | 'hex';

export const secretEncodings: readonly SecretEncoding[] = ['utf8', 'base64', 'base64url', 'hex'];

/** What the text in the key field was read as. */
export type KeyReading =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'unreadable';
      readonly secret: boolean;
      /** It is encrypted, and takes a password. */
      readonly locked: boolean;
      readonly refusal: Refusal<string>;
    }
  | {
      readonly kind: 'readable';
      readonly secret: boolean;
      readonly locked: boolean;
      readonly description: string;
    };

export const noKey: KeyReading = { kind: 'none' };

/** The reader's key, ready to look at a token with. */
export interface GivenKey {
  readonly reading: KeyReading;
  /** Absent where there is none, or it cannot be read. */
  readonly keys?: GivenKeys;
  /** The name that a key given alone has by itself. */
  readonly ownName?: string;
}

export const nothingGiven: GivenKey = { reading: noKey };
