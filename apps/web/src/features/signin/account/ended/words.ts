import { translated } from '../../../../ui/language/translated.ts';
import type { Translation } from '../../../../ui/language/translation.ts';

/** Why sessions ended, in words of the person whose they were. */
const english = {
  title: 'Why was I signed out?',
  lead: 'Sessions of yours that ended within the last day.',
  action: 'Show them',
  none: 'None of your sessions has ended within the last day.',
  causes: {
    logout: 'You signed out on this device.',
    ended_elsewhere: 'You signed it out from another device.',
    account_deleted: 'The account was deleted.',
    refresh_token_reused:
      'Its sign-in was used a second time: it was copied, or the device kept an old one. If you do not know why, change your password.',
    code_reused: 'A sign-in for an app was used a second time.',
    administrator: 'Whoever runs this Signet ended it.',
    account_disabled: 'The account was disabled.',
    password_changed: 'Your password was changed.',
    client_removed: 'The app was removed.',
    consent_withdrawn: 'You took the app’s access away.',
    organization_left: 'You left the organisation.',
    organization_disabled: 'The organisation was closed.',
    revoked_by_client: 'The app gave its access back.',
    expired: 'It had lasted as long as a session may.',
    unused: 'It was not used for too long.',
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
