import type { Words } from '../words.ts';

export const words: Words = {
  sends: 'Name und Passwort gehen an',
  asksThen: 'und danach wird dies abgefragt:',
  kept: 'Es wird kein Cookie gesetzt. Die Sitzung endet, wenn du dich abmeldest, diese Ansicht verlässt oder die Seite schließt.',
  username: 'Name',
  password: 'Passwort',
  newPassword: 'Neues Passwort',
  newPasswordNote: 'Das Passwort galt nur für ein Mal. Wähle ein anderes.',
  code: 'Code deiner Authenticator-App oder ein Wiederherstellungscode',
  busy: 'Anmeldung läuft',
  cancel: 'Jetzt nicht',
  failed: 'Es kam nichts Lesbares zurück. Versuche es noch einmal.',
};
