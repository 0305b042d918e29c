import type { Words } from '../words.ts';

export const words: Words = {
  open: 'Schlüssel von einer URL holen',
  note: 'Ein JWKS oder Discovery-Dokument. Nichts wird abgefragt, bevor du die ganze Adresse gesehen und ihren Knopf gedrückt hast.',
  address: 'Adresse eines Schlüsselsatzes oder Discovery-Dokuments',
  placeholder: 'https://…/.well-known/openid-configuration',
  look: 'Anfrage ansehen',
  fromToken: 'Aus dem Token',
  suggestion: {
    iss: 'Das Discovery-Dokument des Ausstellers, nach dem iss des Tokens. Jeder kann jedes iss schreiben: Hole nur, wenn du es kennst.',
    jku: 'Das Token selbst nennt diese Adresse (jku); wer es geschrieben hat, hat sie ausgesucht.',
  },
  frame: 'Die Anfrage, bevor sie gesendet wird',
  fault: {
    none: 'Gib eine Adresse an.',
    'too-long': 'Diese Adresse ist länger als jede, die zu Schlüsseln führt.',
    'no-address': 'Das ist keine Adresse. Sie beginnt mit https://.',
    'not-https': 'Schlüssel werden über https geholt, oder von localhost.',
    credentials:
      'Die Adresse enthält einen Namen oder ein Passwort. Schlüssel sind öffentlich: Nimm beides heraus.',
  },
  notReady:
    'Das Dokument, das andere Server abfragt, ließ sich nicht öffnen: Diese Seite ist offline, oder ihr Host lässt sie keines zeigen (frame-src). Frage die Adresse selbst ab und füge die Antwort in das Schlüsselfeld ein:',
  fetched: (from, at) => `Schlüssel von ${from}, geholt um ${at}.`,
  via: (document) => `Genannt von ${document}.`,
};
