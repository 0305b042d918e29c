import { translated } from '../../../../ui/language/translated.ts';
import type { Translation } from '../../../../ui/language/translation.ts';

/** Every sentence around fetching keys, in one place for translation. */
const english = {
  open: 'Fetch keys from a URL',
  note: 'A JWKS or discovery document. Nothing is asked before you have seen the whole address and pressed its button.',
  address: 'Address of a key set or discovery document',
  placeholder: 'https://…/.well-known/openid-configuration',
  look: 'Look at the request',
  fromToken: 'From the token',
  suggestion: {
    iss: 'The issuer’s discovery document, by the token’s iss. Anybody can write any iss: fetch only if you know it.',
    jku: 'The token itself names this address (jku); whoever wrote the token chose it.',
  },
  frame: 'The request, before it is sent',
  fault: {
    none: 'Give an address.',
    'too-long': 'This address is longer than any that leads to keys.',
    'no-address': 'This is no address. It begins with https://.',
    'not-https': 'Keys are fetched over https, or from localhost.',
    credentials: 'The address carries a name or password. Keys are public: take these out.',
  },
  notReady:
    'The document that asks other servers could not be opened: this page is offline, or its host does not let it show one (frame-src). Ask the address yourself and paste the answer into the key field:',
  fetched: (from: string, at: string): string => `Keys from ${from}, fetched at ${at}.`,
  via: (document: string): string => `Named by ${document}.`,
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
