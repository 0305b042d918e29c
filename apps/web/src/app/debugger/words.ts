import { translated } from '../../ui/language/translated.ts';
import type { Translation } from '../../ui/language/translation.ts';

/** Where the palette leads beyond the debugger. The lessons bear their own titles, without their texts. */
const english = {
  groups: { pages: 'Pages', lessons: 'Lessons' },
  lessons: {
    structure: 'Structure',
    claims: 'Claims',
    signatures: 'Signatures',
    life: 'The life of a token',
    storage: 'Where a browser keeps it',
    refresh: 'Refresh and rotation',
    revocation: 'Revocation',
    gateways: 'Gateways',
    sso: 'Single sign-on',
    services: 'Service to service',
    access: 'Roles and attributes',
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
