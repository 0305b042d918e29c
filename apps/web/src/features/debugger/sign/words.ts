import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** Every sentence of the signing desk, in one place for translation. */
const english = {
  page: 'Sign a token',
  verdict: 'State of the new token',
  signed: { word: 'Signed', reason: 'A new token by the key below. Open it in Inspect to see it verified.' },
  unsigned: 'Not signed',
  signing: { word: 'Signing', reason: 'Writing the signature.' },
  presets: 'Start from',
  preset: {
    'access-token': 'Access token',
    'id-token': 'ID token',
    'client-assertion': 'Client assertion',
    'logout-token': 'Logout token',
    'dpop-proof': 'DPoP proof',
  },
  header: { title: 'Header', label: 'Header as JSON' },
  payload: { title: 'Payload', label: 'Payload as JSON' },
  placeholder: 'A JSON object',
  form: {
    views: { header: 'How to edit the header', payload: 'How to edit the payload' },
    view: { text: 'Text', form: 'Form' },
    fields: { header: 'Parameters of the header', payload: 'Claims of the payload' },
    asText: 'Edit as text',
    more: (count: number): string => `${count} more. So many are easier to edit as text.`,
    fixed: 'Chosen beside the key.',
    kindOf: (name: string): string => `Kind of ${name}`,
    kinds: {
      text: 'Text',
      number: 'Number',
      time: 'Time',
      boolean: 'Yes or no',
      list: 'List',
      json: 'JSON',
    },
    remove: (name: string): string => `Remove ${name}`,
    step: { 0: 'Now', 900: '+15 min', 3600: '+1 h', 86400: '+1 day' },
    stepOf: (name: string, step: string): string => `${name}: ${step}`,
    addItem: 'Add a value',
    addItemTo: (name: string): string => `Add a value to ${name}`,
    add: { header: 'Add a parameter', payload: 'Add a claim' },
    addPlaceholder: {
      header: 'Add a parameter by name or meaning',
      payload: 'Add a claim by name or meaning',
    },
    addButton: 'Add',
    noNumber: 'This is no number as JSON writes them.',
    noJson: (sentence: string): string => `This is not JSON: ${sentence}`,
    twice: (name: string): string => `“${name}” stands twice.`,
  },
  times: 'Set times',
  time: {
    issued: 'Issued now',
    quarter: 'Expires +15 min',
    hour: 'Expires +1 h',
    early: 'Valid from +5 min',
  },
  proof: { accessToken: 'Goes with the access token', bind: 'Set ath' },
  key: {
    title: 'Signing key',
    algorithm: 'Algorithm',
    generate: 'Generate a new key',
    privateLabel: 'Private key or secret',
    placeholder: 'Private JWK, PKCS#8 PEM or secret',
    copyPrivate: 'Copy the private key',
    copySecret: 'Copy the secret',
    privateNote: 'Made in this page and kept nowhere: copy it if you need it again.',
    publicTitle: 'Public half',
    copyPublic: 'Copy the public key',
    secretNote: 'A shared secret has no public half: whoever verifies with it can also sign.',
  },
  token: {
    title: 'Signed token',
    copy: 'Copy the signed token',
    open: 'Open in Inspect',
    waiting: 'The token appears here as soon as header, payload and key can be read.',
  },
  copied: 'Copied',
  problems: {
    json: (part: string, sentence: string): string => `The ${part} is not JSON: ${sentence}`,
    object: (part: string): string => `The ${part} is not a JSON object.`,
    duplicate: (part: string, name: string): string => `“${name}” stands twice in the ${part}.`,
    algorithm: (named: string, key: string): string =>
      `The header names ${named}; the key is for ${key}. Choose the algorithm beside the key.`,
    kid: 'The kid in the header is not text.',
    reserved: 'The header parameters crit and b64 cannot be signed here.',
    keySet: 'One key signs: give a single private key, not a set.',
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
