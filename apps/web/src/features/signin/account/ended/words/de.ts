import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Warum wurde ich abgemeldet?',
  lead: 'Deine Sitzungen, die im letzten Tag geendet haben.',
  action: 'Zeigen',
  none: 'Keine deiner Sitzungen hat im letzten Tag geendet.',
  causes: {
    logout: 'Du hast dich auf diesem Gerät abgemeldet.',
    ended_elsewhere: 'Du hast sie von einem anderen Gerät aus abgemeldet.',
    account_deleted: 'Das Konto wurde gelöscht.',
    refresh_token_reused:
      'Ihre Anmeldung wurde ein zweites Mal benutzt: Sie wurde kopiert, oder das Gerät hielt eine alte. Weißt du nicht, warum, dann ändere dein Passwort.',
    code_reused: 'Eine Anmeldung für eine App wurde ein zweites Mal benutzt.',
    administrator: 'Die, die dieses Signet betreiben, haben sie beendet.',
    account_disabled: 'Das Konto wurde gesperrt.',
    password_changed: 'Dein Passwort wurde geändert.',
    client_removed: 'Die App wurde entfernt.',
    consent_withdrawn: 'Du hast der App den Zugriff genommen.',
    organization_left: 'Du hast die Organisation verlassen.',
    organization_disabled: 'Die Organisation wurde geschlossen.',
    revoked_by_client: 'Die App hat ihren Zugriff zurückgegeben.',
    expired: 'Sie dauerte so lange, wie eine Sitzung darf.',
    unused: 'Sie wurde zu lange nicht benutzt.',
  },
};
