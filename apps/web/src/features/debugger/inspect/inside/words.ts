import { translated } from '../../../../ui/language/translated.ts';
import type { Translation } from '../../../../ui/language/translation.ts';

/** Every sentence about what is inside a token or beside it, in one place for translation. */
const english = {
  decrypted: {
    word: 'Decrypted',
    reason: (algorithm: string, encryption: string): string =>
      `Decrypted with the key you gave (${algorithm}, ${encryption}). That shows who may read it, not who wrote it.`,
    nested: (algorithm: string, encryption: string): string =>
      `Decrypted with the key you gave (${algorithm}, ${encryption}). Inside is another token: open it to verify its signature.`,
    waiting: 'The token is encrypted. Give the key of its recipient to read it.',
    keyUnreadable: 'The token is not decrypted: the key cannot be read.',
  },
  nested: {
    opened: 'opened the token inside',
  },
  detached: {
    title: 'Payload of the detached signature',
    label: 'Payload: what the detached signature is over',
    placeholder: 'The payload itself, or its base64url',
    note: 'This token leaves its payload out (RFC 7515 appendix F). Paste it here to check the signature over it.',
    waiting: 'The payload stands elsewhere. Paste it to check the signature.',
    file: 'Open the payload from a file',
  },
  found: 'Token of the pasted text to look at',
  several: {
    label: 'Signature to look at',
    other: (index: number): string => `Look at signature ${index}: that one matches the key.`,
    choice: (index: number, count: number): string => `Signature ${index} of ${count}`,
    recipient: (index: number, count: number): string => `Recipient ${index} of ${count}`,
  },
  sdJwt: {
    title: 'Selective disclosure',
    count: (disclosed: number, held: number): string => `${disclosed} disclosed, ${held} held back`,
    unread:
      'The signature matches, but what follows the token is not read: it may be too long, or no disclosures.',
    held: 'Held back claims and decoys look the same: both are digests that no disclosure belongs to.',
    place: 'Claim',
    value: 'Value',
    digest: 'Digest',
    none: 'Nothing is disclosed beyond what the issuer’s token says itself.',
    unplaced: 'stands nowhere',
    claims: 'Claims as a verifier sees them',
    showAll: (lines: number): string => `Show all ${lines} lines`,
    copyClaims: 'Copy the claims as JSON',
    binding: {
      title: 'Key binding',
      none: 'No key binding token: nothing shows that whoever sends this is its holder.',
      right: 'sd_hash fits what is presented.',
      wrong: 'sd_hash does not fit: the token was made for another presentation.',
      missing: 'The key binding token has no sd_hash.',
      signed: 'Its signature matches the key in cnf.',
      unsigned: 'Its signature does not match the key in cnf.',
      unchecked: 'Its signature is not checked: the token names no key in cnf.',
      open: 'Open the key binding token',
    },
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
