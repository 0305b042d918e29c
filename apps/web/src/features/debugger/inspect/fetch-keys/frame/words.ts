import { translated } from '../../../../../ui/language/translated.ts';
import type { Translation } from '../../../../../ui/language/translation.ts';

/** Every sentence of the document that fetches keys, in one place for translation. */
const english = {
  asks: {
    typed: 'On your click this address is asked for its keys, and nothing else:',
    iss: 'On your click this address is asked for its keys, and nothing else. The token’s iss leads to it:',
    jku: 'On your click this address is asked for its keys, and nothing else. The token itself names this address; whoever wrote the token chose it:',
    discovery: (host: string): string =>
      `${host} has answered with a discovery document. It says that the keys are here:`,
  },
  learns: (host: string): string =>
    `${host} learns your network address and that somebody asks. Token and key stay in the page; no cookie and no referrer is sent.`,
  otherHost: (host: string): string =>
    `This is another host than the one that named it. Ask it only if you know ${host}.`,
  otherIssuer: (issuer: string): string =>
    `The document speaks for another issuer, ${issuer}. A verifier would refuse it (OpenID Connect Discovery 1.0 §4.3).`,
  fetch: (host: string): string => `Fetch from ${host}`,
  asking: (host: string): string => `Asking ${host}.`,
  cancel: 'Cancel',
  again: 'Ask again',
  done: 'The keys are in the key field.',
  instead: 'Or ask it yourself and paste the answer into the key field:',
  inTwoSteps: {
    document: 'Or ask it yourself, in two steps. This answers with the address of the keys, under jwks_uri:',
    keys: 'Ask that address in the place of JWKS_URI, and paste its answer into the key field:',
  },
  addressFault: {
    none: 'There is no address.',
    'too-long': 'The address is longer than any that leads to keys.',
    'no-address': 'This is no address.',
    'not-https':
      'Keys are fetched over https, or from this machine: on an open line anybody could put in keys of his own.',
    credentials: 'The address carries a name or password. Keys are public: take these out.',
  },
  failure: {
    withheld:
      'No answer that this page may read. Either nobody answers there, or the server does not let pages of other sites read its keys (it sends no Access-Control-Allow-Origin).',
    offline: 'This browser is offline. Connect, and ask again.',
    timeout: 'No whole answer within 10 seconds.',
    cancelled: 'Called off. Nothing was taken over.',
    redirect: 'The address sends on to another one, which was not asked. Ask the address that it leads to.',
    'too-large': 'The answer is larger than 256 KiB, which no key set is.',
    'not-text': 'The answer is no text.',
    policy:
      'The host of this page does not let it ask other servers (its content security policy forbids it).',
  },
  status: (status: number): string =>
    status === 404
      ? 'There is nothing at this address (404). Check its path; a discovery document ends in /.well-known/openid-configuration.'
      : `The server answered ${status}, not with keys.`,
  answerFault: {
    'web-page': 'A web page came where keys were expected. Check the address.',
    'not-json': 'The answer is not JSON. Check the address.',
    'not-keys':
      'The answer is JSON, but holds no keys and does not say where they are (no keys, no jwks_uri).',
    'keys-elsewhere':
      'The discovery document names no address for its keys that may be asked: https is needed.',
  },
} as const;

export type Words = Translation<typeof english>;

/** The build puts the translations into the one script of the document, which can load no modules. */
export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
