import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** Every sentence of a person's own page, in one place for translation. */
const english = {
  title: 'Your account',
  signedInAs: (person: string) => `You are signed in as ${person}.`,
  signOut: 'Sign out',
  devices: 'Where you are signed in',
  lead: 'If you do not know one of these, sign it out, and tell whoever runs this Signet.',
  current: 'This browser',
  unknownDevice: 'A device that does not say what it is',
  on: (browser: string, system: string) => `${browser} on ${system}`,
  lastUsed: 'Last used',
  since: 'Signed in',
  endOne: (device: string) => `Sign out ${device}`,
  endOneShort: 'Sign out',
  alone: 'You are signed in nowhere else.',
  endOthers: 'Sign out everywhere else',
  ask: {
    title: 'Sign out everywhere else?',
    lost: (count: number): string =>
      count === 1
        ? 'One other session ends. Its device needs the password again.'
        : `${count} other sessions end. Their devices need the password again.`,
    action: 'Sign out',
    cancel: 'Stay signed in',
  },
  ended: (count: number): string =>
    count === 1 ? 'One session was ended.' : `${count} sessions were ended.`,
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
