import { formatNumber } from '../../ui/language/figures.ts';
import { translated } from '../../ui/language/translated.ts';
import type { Translation } from '../../ui/language/translation.ts';

/** What is said of a token and its parts, in one place for translation. */
const english = {
  /** What a part of the token is, where the pointer or the cursor is in it. */
  explained: {
    header: 'How the token is signed and which kind it is: JSON in base64url, readable by everybody.',
    payload: 'What the token says: JSON in base64url, readable by everybody.',
    signature: 'Made over header and payload with the issuer’s key. It matches no other text.',
    'encrypted-key': 'The key of the content, encrypted for the recipient.',
    'initialisation-vector': 'A fresh random value, so that equal contents do not look alike.',
    ciphertext: 'The content, encrypted. It takes the recipient’s key to read it.',
    'authentication-tag': 'Shows whether the content or the header was changed.',
    'unprotected-header':
      'Header parameters that the signature does not cover: anybody on the way can change them.',
    'additional-data': 'Text that is protected with the content, but not encrypted.',
    surplus: 'More parts than a token has.',
  },
  partsOfToken: 'Parts of the token',
  parts: { header: 'Header', payload: 'Payload' },
  roles: {
    header: 'Header',
    payload: 'Payload',
    signature: 'Signature',
    'encrypted-key': 'Encrypted key',
    'initialisation-vector': 'Initialisation vector',
    ciphertext: 'Ciphertext',
    'authentication-tag': 'Tag',
    'unprotected-header': 'Unprotected header',
    'additional-data': 'Additional data',
    surplus: 'Surplus',
  },
  decoded: {
    region: 'Decoded',
    views: 'View',
    view: { claims: 'Explained', json: 'JSON' },
    copy: (part: string): string => `Copy the ${part} as JSON`,
    json: (part: string): string => `${part} as JSON`,
    showAll: (lines: number): string => `Show all ${lines} lines`,
    showAllMembers: (count: number): string => `Show all ${count} members`,
    showWhole: 'Show whole',
    shorten: 'Shorten',
    members: (count: number): string => (count === 1 ? '1 member' : `${count} members`),
    items: (count: number): string => (count === 1 ? '1 item' : `${count} items`),
    member: 'Name',
    value: 'Value',
    meaning: 'Meaning',
    unregistered: 'Private to the issuer',
    duplicate: 'appears more than once',
    text: (part: string): string => `${part} as text`,
    lossy: 'Not readable as a whole. What can be read of it:',
  },
  empty: {
    header: 'How the token is signed: the algorithm, the kind of token and which key.',
    payload: 'What the token says: who it is about, who issued it, for whom, and until when.',
  },
  broken: {
    header: 'The header could not be read.',
    payload: 'The payload could not be read.',
  },
  encrypted: 'Encrypted: it takes the recipient’s key to read it.',
  bytes: (count: number): string => `${formatNumber(count)} B`,
  findings: {
    place: 'Where',
    byte: (offset: number): string => `byte ${offset} of the token`,
    expected: 'Expected',
    actual: 'Got',
    fix: 'Fix',
    note: 'Note',
  },
  copied: 'Copied',
  nested: {
    note: 'The payload is another token.',
    open: 'Open the token inside',
  },
  detached: 'The payload is not in the token. Paste it below the token to see it here.',
  decrypted: 'Decrypted',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
