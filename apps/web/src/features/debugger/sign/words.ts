import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** Every sentence of the signing desk, in one place for translation. */
const english = {
  page: 'Make a token',
  verdict: 'State of the new token',
  made: {
    signed: {
      word: 'Signed',
      reason: 'A new token by the key below. Open it in Inspect to see it verified.',
    },
    nested: {
      word: 'Signed and encrypted',
      reason: 'A new token for the recipient below. Open it in Inspect to see it decrypted, then verified.',
    },
    encrypted: {
      word: 'Encrypted',
      reason:
        'Claims for the recipient below. Nobody signed them: whoever has the public key could write them.',
    },
    'sd-jwt': {
      word: 'Signed',
      reason: 'A new SD-JWT with all its disclosures, for its holder. Open it in Inspect to see it verified.',
    },
  },
  notMade: 'Not made',
  making: { word: 'Making', reason: 'Writing the token.' },
  output: {
    title: 'What to make',
    names: { signed: 'Signed', nested: 'Nested', encrypted: 'Encrypted', 'sd-jwt': 'SD-JWT' },
    notes: {
      signed: 'Anybody can read it; nobody can change it (JWS).',
      nested: 'Signed, then encrypted: only the recipient can read it (JWE around a JWT).',
      encrypted: 'Only the recipient can read it; nobody signed it (JWE).',
      'sd-jwt': 'Signed; its holder chooses which claims to show (RFC 9901).',
    },
  },
  compact: 'Remove blanks',
  presets: 'Start from',
  preset: {
    'access-token': 'Access token',
    'id-token': 'ID token',
    'client-assertion': 'Client assertion',
    'logout-token': 'Logout token',
    'dpop-proof': 'DPoP proof',
    credential: 'Credential (SD-JWT)',
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
    withThisKey: 'With this key',
    withNewKey: 'With a new key',
    generate: 'Generate a new key',
    privateLabel: 'Private key or secret',
    placeholder: 'Private JWK, PEM (PKCS#8, PKCS#1, SEC1) or secret',
    privateForm: 'How to write the private key',
    publicForm: 'How to write the public key',
    forms: { jwk: 'JWK', pem: 'PEM', jwks: 'JWKS' },
    encoding: 'The secret is',
    encodings: { utf8: 'Text', base64: 'Base64', base64url: 'Base64url', hex: 'Hex' },
    copyPrivate: 'Copy the private key',
    copySecret: 'Copy the secret',
    savePrivate: 'Save the private key as a file',
    saveSecret: 'Save the secret as a file',
    privateNote: 'It stays in this page and is kept nowhere: copy it if you need it again.',
    publicTitle: 'Public half',
    copyPublic: 'Copy the public key',
    savePublic: 'Save the public key as a file',
    secretNote: 'A shared secret has no public half: whoever verifies with it can also sign.',
  },
  recipient: {
    title: 'Recipient',
    algorithm: 'Key encryption',
    encryption: 'Content',
    curve: 'Curve',
    label: 'Key of the recipient',
    placeholder: 'Public JWK or PEM, secret or password',
    note: 'Only the public half encrypts; the private half opens it in Inspect.',
    generate: 'Generate a key to try',
    publicTitle: 'Public half of the recipient',
  },
  disclosure: {
    title: 'Selectively disclosable',
    count: (chosen: number): string => (chosen === 1 ? '1 claim' : `${chosen} claims`),
    note: 'What is ticked stands in the token as a digest only. The holder shows it, or holds it back.',
    made: 'Disclosures: salt, name and value',
  },
  token: {
    title: 'New token',
    copy: 'Copy the new token',
    open: 'Open in Inspect',
    waiting: 'The token appears here as soon as all its parts can be read.',
  },
  copied: 'Copied',
  problems: {
    json: (part: string, sentence: string): string => `The ${part} is not JSON: ${sentence}`,
    object: (part: string): string => `The ${part} is not a JSON object.`,
    duplicate: (part: string, name: string): string => `“${name}” stands twice in the ${part}.`,
    algorithm: (named: string, key: string): string =>
      `The header names ${named}; the key is for ${key}. Choose the algorithm beside the key.`,
    noAlgorithm: 'no algorithm',
    lacking: (algorithm: string): string =>
      `${algorithm} is not supported by this browser. Make the key with “signet key generate --alg ${algorithm}” and sign with “signet token sign”.`,
    encoding: 'The secret is not written in the encoding chosen beside it.',
    keySet: 'Give a single key, not a set.',
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
