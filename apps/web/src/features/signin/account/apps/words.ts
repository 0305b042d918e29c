import { translated } from '../../../../ui/language/translated.ts';
import type { Translation } from '../../../../ui/language/translation.ts';

/** Every sentence about the apps that a person let in, in one place for translation. */
const english = {
  title: 'Apps',
  lead: 'What you let in, and what each of them may do in your name.',
  none: 'No app has access to your account any more.',
  may: 'At',
  actsIn: (organization: string) => `in the name of ${organization}`,
  since: 'Allowed',
  lastUsed: 'Last used',
  unused: 'Not used yet',
  withdraw: 'Remove access',
  withdrawOne: (app: string) => `Remove access: ${app}`,
  withdrawn: (app: string) => `${app} has no access to your account any more.`,
  ask: {
    title: (app: string) => `Remove the access of ${app}?`,
    lost: 'It is signed out on all of your devices at once, and has to ask you again. What it holds of you already, it keeps: to have that deleted, ask those who run it.',
    action: 'Remove access',
    cancel: 'Keep it',
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
