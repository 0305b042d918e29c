import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** Every sentence of the tour, in one place for translation. */
const english = {
  progress: (stop: number, stops: number): string => `${stop} of ${stops}`,
  next: 'Next',
  back: 'Back',
  done: 'Done',
  end: 'End the tour',
  stops: {
    token: {
      title: 'The token',
      text: 'A JSON Web Token as it travels: three parts between dots, each in its colour. Paste one here, with whatever stands around it.',
    },
    header: {
      title: 'The header',
      text: 'How the token is signed, and with which key. Nobody has vouched for this yet: it is read, not believed.',
    },
    payload: {
      title: 'The payload',
      text: 'What the issuer says: about whom, for whom and until when. It is encoded, not encrypted; everybody who has the token can read it.',
    },
    key: {
      title: 'The key',
      text: 'Give the public key, or the shared secret, and the signature is checked against it. It stays in this page.',
    },
    verdict: {
      title: 'The verdict',
      text: 'Whether this token can be believed, in one line that stays in sight. Verified is only ever said of the pasted bytes and a key you gave.',
    },
    findings: {
      title: 'The findings',
      text: 'What is wrong or unwise, the worst first, each with a way to fix it. When a signature does not match, the usual mistakes are tried here.',
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
