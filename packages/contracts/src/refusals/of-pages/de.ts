import type { PageTexts } from './page-texts.ts';

export const germanOfPages: PageTexts = {
  internal_error: {
    variants: {
      gateway: {
        sentence: 'Das Gateway konnte über diese Anfrage nicht entscheiden und hat sie deshalb abgelehnt.',
        fix: 'Nenne die Referenz dem Betreiber dieses Gateways.',
      },
      server: {
        sentence: 'In Signet ist etwas fehlgeschlagen.',
        fix: 'Versuche es noch einmal. Geschieht es wieder, nenne die Referenz deinem Betreiber.',
      },
      worker: {
        sentence: 'Ein Gateway-Prozess ist nicht gestartet: {reason}.',
        fix: 'Sieh im Log des Servers nach, was er nicht konnte.',
      },
    },
  },
  store_unavailable: {
    sentence: 'Die Datenbank, die dafür nötig ist, antwortet im Moment nicht.',
    expected: 'eine Antwort der Datenbank innerhalb weniger Sekunden',
    actual: 'keine',
    fix: 'Versuche es gleich noch einmal; als Betreiber sieh im Log nach dem Grund.',
  },
  outcome_unknown: {
    sentence: 'Die Datenbank ging verloren, bevor sie sagte, ob sie die Änderung behalten hat.',
    expected: 'die Bestätigung der Datenbank innerhalb weniger Sekunden',
    actual: 'keine',
    fix: 'Sende die Anfrage noch einmal; das ist ungefährlich.',
  },
  provider_sign_in_over: {
    sentence: 'In diesem Browser läuft keine Anmeldung über einen Anbieter.',
    expected: 'eine, die vor höchstens 10 min in diesem Browser begann und noch nicht beantwortet ist',
    actual: 'keine, die eines anderen Browsers oder eine, die vorbei ist',
    fix: 'Beginne noch einmal auf der Anmeldeseite.',
  },
  authorization_request_invalid: {
    variants: {
      client: {
        sentence: 'Die App, die dich hierher geschickt hat, ist nicht bekannt.',
        expected: 'die `client_id` eines Clients, der Personen anmeldet',
        actual: 'eine andere, oder keine',
        fix: 'Geh zurück zur App. Wer sie betreibt, trägt sie mit dem Grant `authorization_code` unter `clients` ein.',
      },
      redirect_uri: {
        sentence: 'Die App will die Antwort an einer Adresse, die nicht ihre ist.',
        expected: 'eine der `redirectUris` des Clients, Zeichen für Zeichen',
        actual: 'eine andere Adresse, oder keine',
        fix: 'Geh zurück zur App. Wer sie betreibt, fügt die Adresse zu `redirectUris` des Clients hinzu.',
      },
      expired: {
        sentence: 'Diese Anmeldung ist abgelaufen oder begann in einem anderen Browser.',
        expected: 'der Browser, in dem sie begann, binnen einer halben Stunde',
        actual: 'ein anderer Browser, oder später',
        fix: 'Geh zurück zur App und melde dich noch einmal an.',
      },
      other: {
        sentence: 'Die Anfrage der App ist nicht, was OpenID Connect verlangt.',
        expected: 'eine Anfrage, wie die Bibliothek der App sie macht',
        actual: '{detail}',
        fix: 'Geh zurück zur App. Wer sie betreibt, findet den Fehler unter der Referenz.',
      },
    },
  },
};
