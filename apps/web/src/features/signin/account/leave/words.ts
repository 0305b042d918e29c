import { translated } from '../../../../ui/language/translated.ts';
import type { Translation } from '../../../../ui/language/translation.ts';

/** Every sentence about what is held of a person and about leaving, in one place for translation. */
const english = {
  held: {
    title: 'What is held of you',
    lead: 'Your account, address, sessions, factors and what was done, as a file. Passwords and secrets are not in it.',
    action: 'Download',
    done: 'The file is on its way to your downloads.',
  },
  leave: {
    title: 'Delete the account',
    lead: 'All that is held of you goes, and you are signed out everywhere. This cannot be undone.',
    open: 'Delete the account',
    field: (person: string) => `Type ${person} to confirm`,
    missing: 'Type your username.',
    action: 'Delete for good',
  },
  gone: {
    title: 'Your account is deleted',
    lines: [
      'Nothing is held of you any more but an entry in the log of what was done, which does not name you.',
    ],
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
