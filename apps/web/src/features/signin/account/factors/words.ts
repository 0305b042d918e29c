import { translated } from '../../../../ui/language/translated.ts';
import type { Translation } from '../../../../ui/language/translation.ts';

/** What a person’s own page says of how they sign in, in one place for translation. */
const english = {
  title: 'How you sign in',
  lead: 'A password can be guessed, read along or given away. A passkey or a code that only your phone shows stops whoever has it.',
  none: 'You sign in with your password alone.',
  app: 'Authenticator app',
  added: 'Added',
  add: 'Add an authenticator app',
  remove: 'Remove',
  codes: 'Recovery codes',
  left: (count: number): string =>
    count === 0 ? 'None is left.' : count === 1 ? 'One is left.' : `${count} are left.`,
  renew: 'Make new ones',
  prove: {
    add: 'Add an authenticator app',
    remove: 'Remove the authenticator app?',
    renew: 'Make new recovery codes?',
    addPasskey: 'Add a passkey',
    removePasskey: 'Remove the passkey?',
    lead: {
      add: 'First show that it is you.',
      remove: 'From then on your password alone signs in, and the recovery codes are good for nothing.',
      renew: 'The recovery codes that you have are good for nothing from then on.',
      addPasskey: 'First show that it is you. Then your device asks for your finger, your face or a PIN.',
      removePasskey:
        'It signs in nobody any more. Remove it from your device too: it is good for nothing there.',
    },
    action: {
      add: 'Continue',
      remove: 'Remove',
      renew: 'Make new ones',
      addPasskey: 'Continue',
      removePasskey: 'Remove',
    },
    password: 'Password',
    passwordMissing: 'Enter your password.',
    code: 'Code of the app, or a recovery code',
    recovery: 'Recovery code',
    codeMissing: 'Enter a code.',
  },
  passkey: {
    add: 'Add a passkey',
    rename: 'Rename',
    remove: 'Remove',
    used: 'Last used',
    unused: 'never used',
    name: 'Name of the passkey',
    nameMissing: 'Enter a name.',
    save: 'Save',
    left: 'Your browser made no passkey, or showed none. Try again.',
  },
  cancel: 'Cancel',
  busy: 'One moment',
  scan: {
    title: 'Tell your app',
    lead: 'Scan this picture with an authenticator app, such as the one in your password manager. Then type the code that it shows.',
    picture: 'QR code for the authenticator app',
    byHand: 'Or type this key into the app:',
    copy: 'Copy the key',
    copied: 'Copied',
    code: 'Code of the app',
    codeMissing: 'Enter the six digits that the app shows.',
    action: 'Add',
  },
  kept: {
    title: 'Keep your recovery codes',
    lead: 'Each signs you in once, when your phone is lost or broken. They are shown this one time: write them down, or keep them in a password manager.',
    list: 'Recovery codes',
    copy: 'Copy all',
    copied: 'Copied',
    action: 'I have kept them',
  },
  news: {
    added: 'The authenticator app was added. Each sign-in asks for its code from now on.',
    removed: 'The authenticator app was removed.',
    renewed: 'The new recovery codes are in force.',
    passkeyAdded: 'The passkey was added. It signs you in alone, and beside your password.',
    passkeyRemoved: 'The passkey was removed.',
    passkeyRenamed: 'The passkey has its new name.',
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
