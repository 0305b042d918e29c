import type { Words } from '../words.ts';

const sides = { first: 'erste', second: 'zweite' } as const;

function list(names: readonly string[]): string {
  const most = 6;
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} und ${names.length - most} weitere` : shown;
}

export const words: Words = {
  page: 'Zwei Token vergleichen',
  verdict: 'Ergebnis des Vergleichs',
  state: {
    waiting: 'Vergleichen',
    same: 'Gleich',
    different: 'Verschieden',
    unreadable: 'Nicht verglichen',
    warning: 'Genau hinsehen',
  },
  conclusions: {
    empty: 'Füge zwei Token ein, um zu sehen, was sich unterscheidet, oder probiere ein Beispiel.',
    oneSided: (missing) => `Füge das ${sides[missing]} Token ein, um es zu vergleichen.`,
    unreadable: (which, why) => `Das ${sides[which]} Token ist nicht lesbar. ${why}`,
    notAToken: 'Es ist kein JSON Web Token.',
    identical: 'Beide Texte sind gleich, Zeichen für Zeichen.',
    sameContent: 'Header und Payload sagen dasselbe; nur die Signaturen unterscheiden sich.',
    rewritten: 'Beide sagen dasselbe, sind aber anders geschrieben: Reihenfolge, Leerraum oder Escapes.',
    reissued: (names) => `Dieselbe Aussage zu anderer Zeit ausgestellt: Nur ${list(names)} weichen ab.`,
    differ: (names) =>
      names.length === 1 ? `Nur ${list(names)} weicht ab.` : `${names.length} weichen ab: ${list(names)}.`,
    sameSignature: (names) => {
      const named = names.length === 0 ? 'die Texte' : list(names);
      return `Die Signaturen sind gleich, obwohl ${named} abweichen: Höchstens eines der Token wurde so signiert.`;
    },
    encrypted: (names) =>
      names.length === 0
        ? 'Die Header sagen dasselbe. Der Inhalt ist verschlüsselt und wird nicht verglichen.'
        : `Die Header unterscheiden sich in ${list(names)}. Der Inhalt ist verschlüsselt und wird nicht verglichen.`,
  },
  token: {
    title: { first: 'Erstes Token', second: 'Zweites Token' },
    label: { first: 'Erstes Token zum Vergleichen', second: 'Zweites Token zum Vergleichen' },
    placeholder: {
      first: 'Füge ein Token ein, etwa das, das funktioniert.',
      second: 'Füge das andere ein, etwa das abgelehnte.',
    },
    take: 'Aus Prüfen',
    file: { first: 'Erstes Token aus einer Datei öffnen', second: 'Zweites Token aus einer Datei öffnen' },
    clear: { first: 'Erstes Token leeren', second: 'Zweites Token leeren' },
    foot: 'Wird in dieser Seite gelesen. Hier wird nichts verifiziert.',
    removed: (what) => `Rund um das Token entfernt: ${what.join(', ')}.`,
  },
  swap: 'Tauschen',
  sample: 'Beispiel laden',
  show: 'Was zu zeigen ist',
  shown: { all: 'Alles', differences: 'Nur Unterschiede' },
  parts: { header: 'Header', payload: 'Payload', rest: 'Signatur', encrypted: 'Verschlüsselte Teile' },
  count: (differences) => {
    if (differences === 0) return 'kein Unterschied';
    return differences === 1 ? '1 Unterschied' : `${differences} Unterschiede`;
  },
  columns: { name: 'Name', state: 'Stand', first: 'Erstes', second: 'Zweites' },
  kinds: {
    same: 'gleich',
    changed: 'geändert',
    'only-first': 'nur im ersten',
    'only-second': 'nur im zweiten',
  },
  whole: 'als Text',
  again: 'und noch einmal',
  absent: 'nicht da',
  later: (span) => `${span} später`,
  earlier: (span) => `${span} früher`,
  nothingDiffers: 'Hier unterscheidet sich nichts.',
  noMembers: 'Keines der Token hat so etwas.',
  showAll: (count) => `Alle ${count} Zeilen zeigen`,
  empty: {
    title: 'Wozu ein Vergleich dient',
    text: 'Warum ein Token angenommen wird und ein anderes nicht; was eine Erneuerung geändert hat; ob jemand ein Token verändert hat. Jeder Header-Parameter und Claim steht neben seinem Gegenstück, Zahlen bis zur letzten Stelle, Zeiten in Worten.',
  },
  roles: {
    header: 'Header',
    payload: 'Payload',
    signature: 'Signatur',
    'encrypted-key': 'verschlüsselter Schlüssel',
    'initialisation-vector': 'Initialisierungsvektor',
    ciphertext: 'Geheimtext',
    'authentication-tag': 'Tag',
    'unprotected-header': 'ungeschützter Header',
    'additional-data': 'zusätzliche Daten',
    surplus: 'überzählig',
  },
};
