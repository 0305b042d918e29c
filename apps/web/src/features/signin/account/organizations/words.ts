import { translated } from '../../../../ui/language/translated.ts';
import type { Translation } from '../../../../ui/language/translation.ts';

/** Every sentence about what a person is in, in one place for translation. */
const english = {
  title: 'Organisations',
  lead: 'What you are in, with what you may do there.',
  none: 'You are in no organisation any more.',
  leave: 'Leave',
  leaveOne: (organization: string) => `Leave ${organization}`,
  left: (organization: string) => `You have left ${organization}.`,
  ask: {
    title: (organization: string) => `Leave ${organization}?`,
    lost: 'Every app that you use in its name loses its access at once, on all devices. Only an administrator can let you in again.',
    action: 'Leave it',
    cancel: 'Stay',
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
