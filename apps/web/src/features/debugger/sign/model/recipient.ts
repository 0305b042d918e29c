import { type ContentEncryption, encryptionAlgorithmsOf, type WritingAlgorithm } from '@signet/token/jwe';
import { type AgreementCurve, makeKey } from '@signet/token/keys';
import { type KeyText, readKeyText } from './key-text.ts';

/** Whom a token is encrypted for, and how. */
export interface Recipient extends KeyText {
  readonly algorithm: WritingAlgorithm;
  readonly encryption: ContentEncryption;
  /** Of keys that are made for ECDH-ES. */
  readonly curve: AgreementCurve;
  /** This browser cannot make such a key. */
  readonly isLacking?: true;
}

/** The choices that a new key depends on. */
export type RecipientChoice = Pick<Recipient, 'algorithm' | 'encryption' | 'curve'>;

/** Curves that tokens are encrypted with here. */
export const recipientCurves: readonly AgreementCurve[] = ['P-256', 'P-384', 'P-521', 'X25519'];

/** Makes a key to try with: both halves, a secret of the right length, or a password that cannot be guessed. */
export async function makeRecipient(choice: RecipientChoice): Promise<Recipient> {
  const made = await makeKey({ ...choice, kid: 'thumbprint' });
  if (made.kind === 'refused') return { ...choice, text: '', encoding: 'utf8', isLacking: true };
  const { whole } = made.key;
  if (choice.algorithm.startsWith('PBES2')) return { ...choice, text: String(whole['k']), encoding: 'utf8' };
  const kid = typeof whole['kid'] === 'string' ? { kid: whole['kid'].slice(0, 8) } : {};
  return { ...choice, text: JSON.stringify({ ...whole, ...kid }, null, 2), encoding: 'utf8' };
}

/** What the key can be encrypted for; empty for one that cannot be read. */
export async function algorithmsForRecipient(recipient: Recipient): Promise<readonly WritingAlgorithm[]> {
  if (recipient.text.trim() === '') return [];
  const read = await readKeyText(recipient);
  return read.kind === 'key' ? encryptionAlgorithmsOf(read.key.given, recipient.encryption) : [];
}
