import { formatNumber } from '../../../ui/language/figures.ts';
import type { Words } from '../words.ts';

export const words: Words = {
  explained: {
    header: 'Wie das Token signiert ist und welcher Art es ist: JSON in Base64url, für alle lesbar.',
    payload: 'Was das Token sagt: JSON in Base64url, für alle lesbar.',
    signature:
      'Mit dem Schlüssel des Ausstellers über Header und Nutzlast gemacht. Sie passt zu keinem anderen Text.',
    'encrypted-key': 'Der Schlüssel des Inhalts, für den Empfänger verschlüsselt.',
    'initialisation-vector': 'Ein frischer Zufallswert, damit gleiche Inhalte nicht gleich aussehen.',
    ciphertext: 'Der Inhalt, verschlüsselt. Lesbar nur mit dem Schlüssel des Empfängers.',
    'authentication-tag': 'Zeigt, ob Inhalt oder Header verändert wurden.',
    'unprotected-header':
      'Header-Parameter, die die Signatur nicht schützt: Unterwegs kann sie jeder ändern.',
    'additional-data': 'Text, der mit dem Inhalt geschützt, aber nicht verschlüsselt ist.',
    surplus: 'Mehr Teile, als ein Token hat.',
  },
  partsOfToken: 'Teile des Tokens',
  parts: { header: 'Header', payload: 'Payload' },
  roles: {
    header: 'Header',
    payload: 'Payload',
    signature: 'Signatur',
    'encrypted-key': 'Verschlüsselter Schlüssel',
    'initialisation-vector': 'Initialisierungsvektor',
    ciphertext: 'Geheimtext',
    'authentication-tag': 'Tag',
    'unprotected-header': 'Ungeschützter Header',
    'additional-data': 'Zusätzliche Daten',
    surplus: 'Überzählig',
  },
  decoded: {
    region: 'Dekodiert',
    views: 'Ansicht',
    view: { claims: 'Erklärt', json: 'JSON' },
    copy: (part) => `${part} als JSON kopieren`,
    json: (part) => `${part} als JSON`,
    showAll: (lines) => `Alle ${lines} Zeilen zeigen`,
    showAllMembers: (count) => `Alle ${count} Einträge zeigen`,
    member: 'Name',
    value: 'Wert',
    meaning: 'Bedeutung',
    unregistered: 'Eigener Claim des Ausstellers',
    duplicate: 'kommt mehrfach vor',
    text: (part) => `${part} als Text`,
    lossy: 'Nicht im Ganzen lesbar. Was davon zu lesen ist:',
  },
  empty: {
    header: 'Wie das Token signiert ist: der Algorithmus, die Art des Tokens und welcher Schlüssel.',
    payload: 'Was das Token sagt: um wen es geht, wer es ausgestellt hat, für wen und bis wann.',
  },
  broken: {
    header: 'Der Header ist nicht lesbar.',
    payload: 'Die Payload ist nicht lesbar.',
  },
  encrypted: 'Verschlüsselt: Zum Lesen braucht es den Schlüssel des Empfängers.',
  bytes: (count) => `${formatNumber(count)} B`,
  findings: {
    place: 'Stelle',
    byte: (offset) => `Byte ${offset} des Tokens`,
    expected: 'Erwartet',
    actual: 'Erhalten',
    fix: 'Abhilfe',
    note: 'Hinweis',
  },
  copied: 'Kopiert',
  nested: {
    note: 'Die Nutzlast ist ein weiteres Token.',
    open: 'Das innere Token öffnen',
  },
  detached: 'Die Nutzlast ist nicht im Token. Füge sie unter dem Token ein, um sie hier zu sehen.',
  decrypted: 'Entschlüsselt',
};
