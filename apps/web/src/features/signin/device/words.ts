import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** Every sentence of the screens for the code of a device. */
const english = {
  title: 'Sign in on a device',
  lead: 'Type the code that your device shows.',
  field: 'Code',
  missing: 'The code has eight letters.',
  warning:
    'Go on only if you have the device before you. Whoever sent you a code or a link would be signed in as you.',
  action: 'Continue',
  busy: 'One moment',
  ends: {
    allowed: { title: 'Your device is signed in', lines: ['You can close this page and go on there.'] },
    denied: { title: 'Your device is not signed in', lines: ['You said no. Nothing was given to it.'] },
    over: {
      title: 'This sign-in is over',
      lines: [
        'It has expired, was answered before, or began in another browser. Nothing was done.',
        'Let the device show a new code, and type that one.',
      ],
    },
  },
  another: 'Type another code',
  account: 'Open my account',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
