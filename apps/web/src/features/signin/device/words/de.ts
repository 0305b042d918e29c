import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Auf einem Gerät anmelden',
  lead: 'Gib den Code ein, den dein Gerät zeigt.',
  field: 'Code',
  missing: 'Der Code hat acht Buchstaben.',
  warning:
    'Mache nur weiter, wenn du das Gerät vor dir hast. Wer dir einen Code oder Link geschickt hat, wäre als du angemeldet.',
  action: 'Weiter',
  busy: 'Einen Moment',
  ends: {
    allowed: {
      title: 'Dein Gerät ist angemeldet',
      lines: ['Du kannst diese Seite schließen und dort weitermachen.'],
    },
    denied: {
      title: 'Dein Gerät ist nicht angemeldet',
      lines: ['Du hast abgelehnt. Es hat nichts bekommen.'],
    },
    over: {
      title: 'Diese Anmeldung ist vorbei',
      lines: [
        'Sie ist abgelaufen, schon beantwortet oder begann in einem anderen Browser. Nichts ist geschehen.',
        'Lass das Gerät einen neuen Code zeigen, und gib diesen ein.',
      ],
    },
  },
  another: 'Anderen Code eingeben',
  account: 'Mein Konto öffnen',
};
