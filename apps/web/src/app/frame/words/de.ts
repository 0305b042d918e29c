import type { Words } from '../words.ts';

export const words: Words = {
  product: 'Signet',
  pagesLabel: 'Seiten',
  pages: { debugger: 'Debugger', learn: 'Lernen', libraries: 'Bibliotheken', errors: 'Fehler' },
  skip: {
    debugger: 'Zum Token springen',
    learn: 'Zur Lektion springen',
    libraries: 'Zu den Bibliotheken springen',
    errors: 'Zu den Codes springen',
  },
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
