import type { Words } from '../words.ts';

export const words: Words = {
  asks: {
    typed: 'Auf deinen Klick wird diese Adresse nach ihren Schlüsseln gefragt, und sonst nichts:',
    iss: 'Auf deinen Klick wird diese Adresse nach ihren Schlüsseln gefragt, und sonst nichts. Das iss des Tokens führt zu ihr:',
    jku: 'Auf deinen Klick wird diese Adresse nach ihren Schlüsseln gefragt, und sonst nichts. Das Token selbst nennt diese Adresse; wer es geschrieben hat, hat sie ausgesucht:',
    discovery: (host) =>
      `${host} hat mit einem Discovery-Dokument geantwortet. Danach sind die Schlüssel hier:`,
  },
  learns: (host) =>
    `${host} erfährt deine Netzwerkadresse und dass jemand fragt. Token und Schlüssel bleiben in der Seite; weder Cookie noch Referrer wird gesendet.`,
  otherHost: (host) =>
    `Das ist ein anderer Host als der, der ihn genannt hat. Frage ihn nur, wenn du ${host} kennst.`,
  otherIssuer: (issuer) =>
    `Das Dokument spricht für einen anderen Aussteller, ${issuer}. Ein Prüfer würde es ablehnen (OpenID Connect Discovery 1.0 §4.3).`,
  fetch: (host) => `Von ${host} holen`,
  asking: (host) => `${host} wird gefragt.`,
  cancel: 'Abbrechen',
  again: 'Noch einmal fragen',
  done: 'Die Schlüssel stehen im Schlüsselfeld.',
  instead: 'Oder frage selbst und füge die Antwort in das Schlüsselfeld ein:',
  inTwoSteps: {
    document: 'Oder frage selbst, in zwei Schritten. Darauf kommt die Adresse der Schlüssel, unter jwks_uri:',
    keys: 'Frage diese Adresse anstelle von JWKS_URI und füge ihre Antwort in das Schlüsselfeld ein:',
  },
  addressFault: {
    none: 'Es gibt keine Adresse.',
    'too-long': 'Die Adresse ist länger als jede, die zu Schlüsseln führt.',
    'no-address': 'Das ist keine Adresse.',
    'not-https':
      'Schlüssel werden über https geholt, oder von diesem Rechner: Auf einer offenen Leitung könnte jeder eigene Schlüssel unterschieben.',
    credentials:
      'Die Adresse enthält einen Namen oder ein Passwort. Schlüssel sind öffentlich: Nimm beides heraus.',
  },
  failure: {
    withheld:
      'Keine Antwort, die diese Seite lesen darf. Entweder antwortet dort niemand, oder der Server lässt Seiten anderer Herkunft seine Schlüssel nicht lesen (er sendet kein Access-Control-Allow-Origin).',
    offline: 'Dieser Browser ist offline. Stelle die Verbindung her und frage noch einmal.',
    timeout: 'Keine vollständige Antwort innerhalb von 10 Sekunden.',
    cancelled: 'Abgebrochen. Nichts wurde übernommen.',
    redirect:
      'Die Adresse leitet zu einer anderen weiter, die nicht gefragt wurde. Frage die Adresse, zu der sie führt.',
    'too-large': 'Die Antwort ist größer als 256 KiB, und das ist kein Schlüsselsatz.',
    'not-text': 'Die Antwort ist kein Text.',
    policy:
      'Der Host dieser Seite lässt sie keine anderen Server fragen (seine Content Security Policy verbietet es).',
  },
  status: (status) =>
    status === 404
      ? 'An dieser Adresse ist nichts (404). Prüfe ihren Pfad; ein Discovery-Dokument endet auf /.well-known/openid-configuration.'
      : `Der Server hat mit ${status} geantwortet, nicht mit Schlüsseln.`,
  answerFault: {
    'web-page': 'Statt Schlüsseln kam eine Webseite. Prüfe die Adresse.',
    'not-json': 'Die Antwort ist kein JSON. Prüfe die Adresse.',
    'not-keys':
      'Die Antwort ist JSON, enthält aber keine Schlüssel und sagt nicht, wo sie sind (kein keys, kein jwks_uri).',
    'keys-elsewhere':
      'Das Discovery-Dokument nennt für seine Schlüssel keine Adresse, die gefragt werden darf: Es braucht https.',
  },
};
