import type { Words } from '../words.ts';

export const words: Words = {
  product: 'Signet',
  pagesLabel: 'Seiten',
  pages: { debugger: 'Debugger', learn: 'Lernen' },
  skip: { debugger: 'Zum Token springen', learn: 'Zur Lektion springen' },
  privacy: 'Nichts verlässt diese Seite',
  privacyHint:
    'Token und Schlüssel werden im Browser gelesen. Nach dem Laden sendet die Seite keine Anfrage mehr.',
  asks: 'Fragt nur, was du bestätigst',
  asksHint:
    'Was hier gesendet wird, geht erst auf deinen Knopfdruck hinaus, und die Adresse steht vorher da. Token und Schlüssel werden im Browser gelesen.',
  language: 'Sprache',
  theme: 'Farbschema',
  themes: { light: 'Hell', auto: 'System', dark: 'Dunkel' },
};
