import { translated } from '../../ui/language/translated.ts';
import type { Translation } from '../../ui/language/translation.ts';

/** What a sign-in asks for and says, in one place for translation. */
const english = {
  sends: 'Name and password go to',
  asksThen: 'and then this is asked:',
  kept: 'No cookie is set. The session ends when you sign out, leave this view or close the page.',
  username: 'Name',
  password: 'Password',
  newPassword: 'New password',
  newPasswordNote: 'The password was for one time. Choose another one.',
  code: 'Code of your authenticator app, or a recovery code',
  busy: 'Signing in',
  cancel: 'Not now',
  failed: 'Nothing that can be read came back. Try again.',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
