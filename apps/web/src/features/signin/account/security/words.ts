import { translated } from '../../../../ui/language/translated.ts';
import type { Translation } from '../../../../ui/language/translation.ts';

/** Every sentence about address and password on a person's own page, in one place for translation. */
const english = {
  email: {
    title: 'Email address',
    none: 'No address is known. Without one, a forgotten password cannot be replaced by mail.',
    verified: (address: string) => `Mail for your account goes to ${address}.`,
    unverified: (address: string) => `${address} is not confirmed yet.`,
    open: 'Set an address',
    change: 'Change the address',
    field: 'New email address',
    missing: 'Enter an email address, such as name@example.org.',
    action: 'Send a link there',
    sent: 'A link is on its way to that address. It is yours once you follow the link.',
  },
  password: {
    title: 'Password',
    lead: 'You give your current password and the new one.',
    open: 'Change the password',
    field: 'New password',
    missing: 'Enter a new password.',
    endOthers: 'Sign out everywhere else',
    action: 'Save the password',
    changed: (ended: number): string =>
      ended === 0
        ? 'Your password is changed.'
        : ended === 1
          ? 'Your password is changed, and one other session was ended.'
          : `Your password is changed, and ${ended} other sessions were ended.`,
  },
  now: 'Current password',
  nowMissing: 'Enter your current password.',
  cancel: 'Cancel',
  busy: 'One moment',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
