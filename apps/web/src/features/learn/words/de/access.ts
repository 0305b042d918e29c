import { exhibit, heading, type LessonWords, points, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Rollen und Attribute',
  lead: 'Ein verifiziertes Token sagt, wer aufruft. Was der Aufrufer darf, ist eine zweite Frage mit einer zweiten Antwort.',
  blocks: [
    points(
      [
        'Scopes',
        'Was der Mensch der Anwendung erlaubt hat: `scope` ist eine Liste mit Leerzeichen dazwischen (RFC 8693 §4.2). Ein Scope kann nur einschränken, was der Mensch darf.',
      ],
      [
        'Rollen',
        'Was der Mensch in der Organisation ist: `roles` (RFC 9068 §2.2.3.1). Leicht zu verstehen, leicht zu prüfen, grob.',
      ],
      [
        'Attribute',
        'Fakten, die bei jeder Anfrage verglichen werden: wessen Mandant, welcher Betrag, welche Uhrzeit. So fein wie nötig und schwerer zu prüfen.',
      ],
    ),
    text(
      'Wähle, wer aufruft und wofür. Jedes Mal wird in dieser Seite ein Token signiert und verifiziert, dann werden drei Regeln befragt.',
    ),
    exhibit('access'),
    heading('Was sich bewährt hat'),
    points(
      [
        'Im Zweifel ablehnen',
        'Eine Route ohne Regel ist zu; wo sie öffentlich ist, steht das ausdrücklich da.',
      ],
      [
        'Rollen an der Tür, Attribute an der Sache',
        'Das Gateway fragt nach Scope und Rolle. Der Dienst fragt, ob diese Bestellung zu diesem Mandanten gehört.',
      ],
      [
        'Wenige Claims',
        'Eine Rolle, die heute entzogen wird, steht noch in den Token von gestern. Was sich sofort ändern muss, gehört in eine Datenbank, nicht in ein Token.',
      ],
    ),
  ],
};
