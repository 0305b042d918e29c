import { exhibit, heading, type LessonWords, points, steps } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Gateways',
  lead: 'Eine Tür vor vielen Diensten: Token werden einmal geprüft, auf eine Weise, und an einem Ort aufgezeichnet.',
  blocks: [
    steps(
      [
        'Die Route finden',
        'Suche die Regel für Methode und Pfad, in einer kanonischen Schreibweise. Was keine Regel hat, wird abgelehnt.',
      ],
      [
        'Das Token nehmen',
        'Aus dem Header `Authorization`. Zwei Token in einer Anfrage werden abgelehnt: Welches gilt, wäre geraten (RFC 6750 §2).',
      ],
      ['Verifizieren', 'Signatur mit festgelegtem Algorithmus, Aussteller, Empfänger, Zeiten (RFC 8725 §3).'],
      ['Nach Widerruf fragen', 'In einer Liste, die vor Ort liegt, ohne Aufruf über das Netz.'],
      [
        'Autorisieren',
        'Hat dieser Aufrufer den Scope und die Rolle, die diese Route verlangt? 401 heißt „Wer bist du?“, 403 heißt „Du nicht“ (RFC 6750 §3.1).',
      ],
      [
        'Weiterleiten',
        'Sag dem Dienst, wer aufruft, in einem Header wie `x-user-id`, und entferne, was der Client selbst in diese Header geschrieben hat.',
      ],
    ),
    heading('Was ein Gateway dir nicht abnimmt'),
    points(
      [
        'Wem gehört die Bestellung?',
        'Das Gateway weiß, dass du Bestellungen lesen darfst. Nur der Dienst weiß, ob Bestellung 42 deine ist.',
      ],
      [
        'Der Weg hintenherum',
        'Ist ein Dienst am Gateway vorbei erreichbar, lassen sich dessen Header erfinden. Schließe diesen Weg, oder lass den Dienst ein signiertes Kontext-Token prüfen.',
      ],
      [
        'Der Empfänger',
        'Das Token unten ist für `https://api.example/orders`. Ein Gateway vor der Gehaltsabrechnung muss es ablehnen.',
      ],
    ),
    exhibit('anatomy'),
  ],
};
