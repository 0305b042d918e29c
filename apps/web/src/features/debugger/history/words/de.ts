import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Token, die du angesehen hast',
  keep: 'Token in diesem Browser behalten',
  note: 'Bis zu 50 Token, nur auf diesem Gerät. Nie Schlüssel oder Geheimnisse. Wer diesen Browser benutzt, kann sie lesen.',
  offDeletes: (count) =>
    count === 1
      ? 'Ausschalten löscht das eine, das gespeichert ist.'
      : `Ausschalten löscht alle gespeicherten, jetzt ${count}.`,
  off: 'Nichts wird behalten.',
  empty: 'Noch ist nichts gespeichert. Ein Token erscheint hier kurz nach dem Einfügen.',
  nameless: 'Ohne Subjekt und Aussteller',
  remove: (kind) => `Entfernen: ${kind}`,
  clear: 'Alle entfernen',
  close: 'Schließen',
};
