import type { Words } from '../words.ts';

export const words: Words = {
  link: 'Konto anlegen',
  ask: {
    title: 'Konto anlegen',
    lead: 'Gib deine E-Mail-Adresse ein. Dorthin geht ein Link, über den du Benutzernamen und Passwort wählst.',
    field: 'E-Mail-Adresse',
    missing: 'Gib deine E-Mail-Adresse ein, etwa name@example.org.',
    action: 'Link senden',
    back: 'Zurück zur Anmeldung',
    sentTitle: 'Sieh in deine Mail',
    sent: [
      'Eine Mail an diese Adresse ist unterwegs. Ihr Link gilt einen Tag.',
      'Es kam nichts? Sieh unter unerwünschter Post nach, und frag dann die, die dieses Signet betreiben.',
    ],
  },
  complete: {
    title: 'Wähle Benutzernamen und Passwort',
    lead: 'Damit meldest du dich von jetzt an an.',
    missing: 'Gib einen Benutzernamen ein.',
    action: 'Konto anlegen',
    doneTitle: 'Dein Konto ist angelegt',
    done: (person) => `Dein Benutzername ist ${person}. Melde dich damit an.`,
    again: 'Neuen Link verlangen',
  },
  busy: 'Einen Moment',
};
