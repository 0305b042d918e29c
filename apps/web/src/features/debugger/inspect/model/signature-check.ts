import { readAlgorithm } from '@signet/token/keys';
import type { Refusal } from '@signet/token/verdict';
import { headerMember } from '../../../../parts/token-view/model/dissect.ts';
import type { Dissection } from '../../../../parts/token-view/model/inspection.ts';
import type { GivenKey } from '../../keys/key-reading.ts';

/** What is known of signature or encryption. "Matches" is only ever said of the pasted bytes and a key the reader gave. */
export type SignatureCheck =
  | {
      readonly kind: 'not-checked';
      /** What is missing beside a key: the payload, or only the answer. */
      readonly waitsFor?: 'payload' | 'answer';
    }
  | {
      readonly kind: 'matches';
      readonly algorithm: string;
      readonly kid?: string;
      /** Which of the given keys it is. */
      readonly keyIndex: number;
      /** What a careful verifier would not have let through. */
      readonly warnings: readonly string[];
      /** Why what was signed cannot be believed all the same: it is JSON that cannot be read as claims. */
      readonly unread?: Refusal<string>;
      /** It is the key inside a DPoP proof, as the reader gave none. */
      readonly isOwn?: true;
      /** The bytes that were signed, where they came beside the token. */
      readonly detached?: Uint8Array<ArrayBuffer>;
    }
  | {
      readonly kind: 'decrypted';
      readonly algorithm: string;
      readonly encryption: string;
      readonly plaintext: Uint8Array<ArrayBuffer>;
      readonly warnings: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal<string>;
      /** Another of several signatures, which does match. */
      readonly matchingEntry?: number;
    };

export const notChecked: SignatureCheck = { kind: 'not-checked' };

/** Refusals that lie between signature and key, so that another key or reading may explain them. */
const explainable: readonly string[] = ['signature_invalid', 'alg_not_pinned', 'key_unknown'];

/** Whether it is worth finding out why the given key does not fit. */
export function needsDiagnosis(dissection: Dissection, given: GivenKey, check: SignatureCheck): boolean {
  if (dissection.parsed.kind !== 'signed' || given.reading.kind !== 'readable') return false;
  // What the strict verifier does not know, its diagnosis does not know either.
  if (readAlgorithm(headerMember(dissection, 'alg')) === undefined) return false;
  return check.kind === 'refused' && explainable.includes(check.refusal.code);
}
