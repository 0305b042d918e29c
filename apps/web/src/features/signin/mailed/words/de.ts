import type { Words } from '../words.ts';

export const words: Words = {
  forgotten: {
    title: 'Passwort vergessen?',
    lead: 'Gib deinen Benutzernamen oder deine E-Mail-Adresse ein. Gibt es ein solches Konto, geht ein Link für ein neues Passwort an seine Adresse.',
    field: 'Benutzername oder E-Mail-Adresse',
    missing: 'Gib deinen Benutzernamen oder deine E-Mail-Adresse ein.',
    action: 'Link senden',
    back: 'Zurück zur Anmeldung',
    sentTitle: 'Sieh in deine Mail',
    sent: [
      'Gibt es ein solches Konto, und ist seine E-Mail-Adresse bestätigt, dann ist ein Link unterwegs. Er gilt eine halbe Stunde.',
      'Es kam nichts? Sieh unter unerwünschter Post nach, und frag dann die, die dieses Signet betreiben.',
    ],
  },
  reset: {
    title: 'Wähle ein neues Passwort',
    lead: 'Alle Sitzungen deines Kontos enden, und du meldest dich mit dem neuen Passwort wieder an.',
    field: 'Neues Passwort',
    missing: 'Gib ein neues Passwort ein.',
    action: 'Passwort speichern',
    doneTitle: 'Dein Passwort ist geändert',
    done: 'Melde dich von jetzt an damit an. Du bist überall abgemeldet.',
    signIn: 'Anmelden',
    again: 'Neuen Link verlangen',
  },
  confirm: {
    title: 'Bestätige deine E-Mail-Adresse',
    lead: 'Von da an geht Mail zu deinem Konto an diese Adresse.',
    action: 'Bestätigen',
    doneTitle: 'Deine Adresse ist bestätigt',
    done: (address) => `Mail zu deinem Konto geht an ${address}.`,
    account: 'Mein Konto öffnen',
  },
  busy: 'Einen Moment',
};
