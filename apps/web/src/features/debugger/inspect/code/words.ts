import { translated } from '../../../../ui/language/translated.ts';
import type { Translation } from '../../../../ui/language/translation.ts';

/** Every sentence of the panel with verification code, in one place for translation. */
const english = {
  title: 'Verify this in your code',
  stacks: 'Write it for',
  form: 'What your service expects',
  hint: 'Filled in from the token, which says what it likes: enter what your service must insist on.',
  algorithm: 'Signed with (alg)',
  issuer: 'Issuer (iss)',
  audience: 'Audience (aud)',
  type: 'Type (typ)',
  anyType: 'not looked at',
  source: 'Keys from',
  sources: { jwks: 'A key set (JWKS)', pem: 'A file with a public key' },
  url: 'Address of the key set',
  guessed: 'A guess from the issuer. Its discovery document has the right one; it is not fetched here.',
  path: 'File with the public key (PEM)',
  variable: 'Environment variable with the secret',
  never: 'Neither key nor secret goes into the code.',
  install: 'Install',
  copyInstall: 'Copy the command',
  copy: 'Copy the code',
  code: (file: string): string => `Code of ${file}`,
  look: 'How the code looks',
  looks: { marked: 'Marked', plain: 'Plain' },
  proofs: { run: 'Run in tests.', parsed: 'Not run.' },
  skew: (seconds: number): string =>
    seconds === 0
      ? 'Clocks must agree to the second; choose a tolerance beside the verdict.'
      : `Clocks may differ by ${seconds} s, as chosen beside the verdict.`,
  refused: 'No code is written for this.',
  encrypted: 'The token is encrypted. Code for verifying is written for signed tokens: decrypt it first.',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
