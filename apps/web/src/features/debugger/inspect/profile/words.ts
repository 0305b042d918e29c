import { translated } from '../../../../ui/language/translated.ts';
import type { Translation } from '../../../../ui/language/translation.ts';

/** Every sentence of the profile checks, in one place for translation. */
const english = {
  title: 'Profile',
  choose: 'Hold it against',
  recognised: (profile: string): string => `${profile} (recognised)`,
  none: 'No profile',
  /** Names in a list to choose from. */
  profiles: {
    'id-token': 'ID token',
    'access-token': 'Access token (RFC 9068)',
    'logout-token': 'Logout token',
    'client-assertion': 'Client assertion',
    'dpop-proof': 'DPoP proof',
  },
  /** The same in the middle of a sentence. */
  ofA: {
    'id-token': 'of an ID token',
    'access-token': 'of an access token',
    'logout-token': 'of a logout token',
    'client-assertion': 'of a client assertion',
    'dpop-proof': 'of a DPoP proof',
  },
  kinds: {
    'access-token': 'An access token, by its own account.',
    'id-token': 'An ID token, by its own account.',
    'logout-token': 'A logout token, by its own account.',
    'dpop-proof': 'A DPoP proof, by its own account.',
    'security-event': 'A security event token, by its own account.',
    'client-assertion': 'A client assertion, by its own account.',
    'sd-jwt': 'An SD-JWT, by its own account.',
    encrypted: 'An encrypted token. Its claims can be checked once it is decrypted.',
    unsigned: 'A token without a signature. Anybody can have written it.',
    jwt: 'A JSON Web Token that does not say which kind it is.',
    unknown: 'No token of a kind that is known.',
  },
  issuedBy: (name: string): string => `${name}, by the form of the token.`,
  chooseOne: 'Choose a profile to hold it against.',
  checking: 'Holding it against the rules.',
  holds: (of: string): string =>
    `Nothing speaks against the rules ${of}. Signature and times are for the verdict above.`,
  fails: (of: string, count: number): string =>
    count === 1
      ? `One thing speaks against the rules ${of}.`
      : `${count} things speak against the rules ${of}.`,
  notGiven: (what: readonly string[]): string => `Not checked, as it is not given below: ${what.join(', ')}.`,
  known: 'What you know about it',
  fields: {
    issuer: 'Issuer',
    client: 'Client',
    audience: 'Audience',
    audienceClaim: 'Claim that names it',
    nonce: 'Nonce',
    accessToken: 'Access token it came with',
    code: 'Authorisation code it came with',
    method: 'Method of the request',
    url: 'Address of the request',
  },
  examples: {
    issuer: 'https://login.example',
    client: 'client_id',
    audience: 'https://api.example/orders',
    nonce: 'the value that was asked for',
    accessToken: 'the whole token',
    code: 'the whole code',
    method: 'GET',
    url: 'https://api.example/orders',
  },
  proof: {
    title: 'What the proof binds',
    key: 'Key of the proof (RFC 7638)',
    copyKey: 'Copy the thumbprint of the key',
    possessed: 'The signature matches the key inside the proof: its maker has that key.',
    notPossessed: {
      sentence: 'The signature does not match the key inside the proof.',
      fix: 'Refuse the proof: whoever made it does not have the key, or it was changed.',
      rule: 'RFC 9449 §4.3 (7)',
    },
    bound: 'The access token is bound to this key: cnf.jkt is its thumbprint, ath is the hash of the token.',
    opaque:
      'ath is the hash of the access token. The token cannot be read, so only its issuer can say to which key it is bound.',
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
