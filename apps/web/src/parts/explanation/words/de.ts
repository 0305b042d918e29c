import type { Words } from '../words.ts';

export const words: Words = {
  said: {
    title: 'Was die Ablehnung sagt',
    empty: 'Code und Bedeutung, was erwartet wurde, was kam und wie es sich beheben lässt.',
    pasted: 'So, wie es eingefügt wurde; nichts davon ist geprüft.',
    status: 'Status',
    code: 'Code',
    unknownCode: 'Dieser Code ist keiner von Signet.',
    meaning: 'Bedeutung',
    description: 'Wie es kam',
    expected: 'Erwartet',
    actual: 'Erhalten',
    fix: 'Abhilfe',
    rule: 'Regel',
    reference: 'Referenz',
    scope: 'Nötige Scopes',
    onlyReference: 'Die Referenz allein sagt nichts über die Ablehnung. Der Eintrag schon.',
    challenge: {
      invalid_token:
        'Das Token kann so nicht angenommen werden: abgelaufen, widerrufen, verändert oder für etwas anderes bestimmt.',
      insufficient_scope: 'Das Token ist gut, enthält aber nicht, was die Route verlangt.',
      insufficient_user_authentication:
        'Das Token ist gut, aber aus einer Anmeldung, die für die Route zu schwach oder zu lange her ist.',
      invalid_request: 'Die Anfrage legt ihr Token auf eine Weise vor, die nicht angenommen werden kann.',
      other: 'Eine Challenge mit einem Fehler, den RFC 6750 nicht nennt.',
      none: 'Die Route braucht ein Token, und es kam keines. Mit einem Token war noch nichts falsch.',
    },
    noReference:
      'Es kam keine Referenz mit. Suche nach dem Header signet-reference oder dem Eintrag reference im Body.',
  },
  steps: {
    expected: 'Erwartet',
    actual: 'Erhalten',
    title: 'Schritte der Anfrage',
    none: 'Kein Gateway hat dies entschieden: Die Anfrage endete davor, also gibt es keine Schritte.',
  },
  about: 'Über die Anfrage',
  token: 'Was das Token gesagt hat',
};
