import { formatNumber } from '../../../ui/language/figures.ts';
import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** Every sentence of the debugger, in one place for translation. */
const english = {
  page: 'JWT debugger',
  intro: {
    what: 'Signet reads, verifies and signs JSON Web Tokens in your browser.',
    sample: 'This is a sample: paste your own anywhere.',
    empty: 'Paste a token anywhere, or drop a file.',
  },
  samples: {
    groups: {
      algorithms: 'Algorithms',
      kinds: 'Kinds',
      faults: 'What goes wrong',
    },
    names: {
      ES256: 'ES256',
      RS256: 'RS256',
      PS256: 'PS256',
      EdDSA: 'EdDSA',
      HS256: 'HS256',
      'access-token': 'Access token',
      'id-token': 'ID token',
      'dpop-proof': 'DPoP proof',
      'sd-jwt': 'SD-JWT',
      encrypted: 'Encrypted (JWE)',
      expired: 'Expired',
      'other-key': 'Signed with another key',
      'quoted-secret': 'Quotes around the secret',
      unsigned: 'Not signed (alg: none)',
    },
  },
  verdict: 'Verdict',
  verdicts: {
    empty: 'Paste a token to read it, or try a sample.',
    noKey: 'The signature is not checked yet. Give the key to verify it.',
    keyUnreadable: 'The signature is not checked: the key cannot be read.',
    notChecked: (what: readonly string[]): string => `Not checked: ${what.join(', ')}.`,
    unchecked: {
      issuer: 'issuer',
      audience: 'audience',
      client: 'client',
      method: 'method of the request (htm)',
      url: 'address of the request (htu)',
      accessToken: 'access token it came with (ath)',
      expiry: 'expiry, which the token does not have',
    },
    giveKey: 'Give the key',
    checking: 'Checking the signature.',
    matches: (algorithm: string, kid: string | undefined): string =>
      kid === undefined
        ? `The signature matches the ${algorithm} key you gave.`
        : `The signature matches the ${algorithm} key “${kid}” you gave.`,
    matchesOwn: (algorithm: string): string => `The signature matches the ${algorithm} key inside the proof.`,
    ofNoRequest: 'For which request the proof was made is not checked yet.',
    nameRequest: 'Name the request',
    matchesLinked: 'The signature matches the key in the link. Whoever made the link chose that key.',
    matchesNamed: (address: string): string =>
      `The signature matches a key from ${address}. The token itself led there; whoever wrote the token chose that address.`,
    signatureRight: 'Its signature matches the key you gave.',
    signatureRightOwn: 'Its signature matches the key inside it.',
    signatureUnchecked: 'Its signature is not checked.',
  },
  copied: 'Copied',
  token: {
    title: 'Token',
    label: 'Token: paste a JSON Web Token',
    placeholder: 'Paste a token here. A “Bearer” in front, quotes and line breaks do no harm.',
    copy: 'Copy the token',
    clear: 'Clear token and key',
    edit: 'Edit and sign',
    compare: 'Compare',
    samples: 'Samples',
    sample: 'Try a sample',
    file: 'Open a token from a file',
    foot: 'Read and verified in this page as you paste or type.',
    removed: (what: readonly string[]): string => `Removed around the token: ${what.join(', ')}.`,
  },
  key: {
    title: 'Key',
    label: 'Key: secret, PEM, JWK or JWKS',
    placeholder: 'Secret, PEM, JWK or JWKS',
    hint: 'A public key or the shared secret. It stays in this page.',
    encoding: 'The secret is',
    encodings: { utf8: 'Text', base64: 'Base64', base64url: 'Base64url', hex: 'Hex' },
    copy: 'Copy the key',
    file: 'Open a key from a file',
    copyThumbprint: 'Copy the thumbprint (RFC 7638)',
    thumbprint: 'Thumbprint',
    unnamed: 'no kid',
    matched: 'matches',
    keysOfSet: 'Keys of the set',
    certificate: (subject: string, validity: string): string =>
      `Certificate of ${subject}, ${validity}. The certificate itself is not verified.`,
    notInEncoding: {
      sentence: (encoding: string): string => `The secret is not written in ${encoding}.`,
      fix: 'Choose how the secret is written.',
    },
    otherName: {
      sentence: 'The key has another name than the one that the token asks for.',
      fix: 'Have the issuer publish the key under the name in the token.',
    },
    secret: 'A shared secret. Anybody who can verify with it can also sign.',
    set: (keys: number): string =>
      keys === 1 ? 'A key set with 1 usable key.' : `A key set with ${keys} usable keys.`,
    described: (half: string, form: string, algorithms: readonly string[]): string => {
      const uses = algorithms.length === 0 ? '' : ` for ${algorithms.join(', ')}`;
      return `A ${half} key (${form})${uses}.`;
    },
  },
  findings: {
    title: 'Findings',
    none: 'Nothing to fix.',
    empty: 'What is wrong or risky about the token appears here, each with a way to fix it.',
    count: (count: number): string => (count === 1 ? '1 finding' : `${count} findings`),
  },
  time: {
    title: 'When the token is checked',
    at: 'Check the token at',
    now: 'Now',
    skew: 'Clocks may differ by',
    seconds: (seconds: number): string => (seconds < 60 ? `${seconds} s` : `${seconds / 60} min`),
    checkedNow: 'Checked now',
    checkedAt: (at: string): string => `Checked at ${at}`,
    note: 'In your time zone. The verdict and every “in 5 min” follow.',
  },
  share: {
    open: 'Share a link',
    title: 'Share a link to this token',
    warning:
      'Whoever has the link has the token, and can use it until it expires. Share tokens of tests, not of people.',
    token: 'The whole token goes into the link, behind the #, which browsers do not send to servers.',
    noKey: 'No key goes with it.',
    publicKey: 'The public key goes with it.',
    privateStays: 'Only the public half of the key goes with it; the private key stays here.',
    secretStays: 'The key stays here: it is a secret.',
    close: 'Not now',
    copy: 'Copy the link',
    received: 'Token and key came with a link.',
    named: (address: string): string => `The token itself led to the key, at ${address}.`,
    trust: 'I know this key',
    trustAddress: 'I know this address',
  },
  diagnosis: {
    title: 'Why it does not match',
    searching: 'Trying the usual mistakes.',
    tooLong: 'The token is too long to try every way. Check the key itself.',
    found: (tried: number, causes: number): string =>
      `${formatNumber(tried)} combinations tried, ${causes === 1 ? 'one cause' : `${causes} causes`} found.`,
    nothing: (tried: number): string =>
      `${formatNumber(tried)} combinations tried: other spellings of the key, other algorithms, other forms of the signature. None matches, so this is another key, or the token was changed.`,
    certainty: { proven: 'Proven.', hint: 'Likely.' },
    otherReading: {
      sentence: 'The signature is right, but the key is read in another way than it was signed with.',
      fix: 'Read the key as it was meant.',
    },
  },
  mends: {
    secret: {
      asItIs: '',
      withoutLineBreak: 'without its line break',
      trimmed: 'without the white space around it',
      withoutMark: 'without its byte order mark',
      unquoted: 'without its quotes',
      withLineBreak: 'with a line break at its end',
      withWindowsLineBreak: 'with a Windows line break at its end',
      unescaped: 'with \\n as line breaks',
      percentDecoded: 'without its percent-encoding',
    },
    label: (change: string, encoding: 'utf8' | 'base64' | 'base64url' | 'hex' | ''): string => {
      const reading = {
        utf8: 'as text',
        base64: 'as base64',
        base64url: 'as base64url',
        hex: 'as hex',
        '': '',
      };
      if (change === '') return `Read it ${reading[encoding]}`;
      return `Use the secret ${[change, reading[encoding]].filter((part) => part !== '').join(', ')}`;
    },
    useKey: (name: string): string => `Use key “${name}”`,
    withoutMarks: 'Try it without its marks',
    publicHalf: 'Keep only the public half',
    applied: (label: string): string => `Done: ${label}.`,
    undo: 'Undo',
  },
  ends: 'Expires',
  ended: 'Expired',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
