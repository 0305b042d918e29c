import type { Words } from '../words.ts';

export const words: Words = {
  decrypted: {
    word: 'Entschlüsselt',
    reason: (algorithm, encryption) =>
      `Mit dem angegebenen Schlüssel entschlüsselt (${algorithm}, ${encryption}). Das zeigt, wer es lesen darf, nicht, wer es geschrieben hat.`,
    nested: (algorithm, encryption) =>
      `Mit dem angegebenen Schlüssel entschlüsselt (${algorithm}, ${encryption}). Darin ist ein weiteres Token: Öffne es, um seine Signatur zu prüfen.`,
    waiting: 'Das Token ist verschlüsselt. Gib den Schlüssel des Empfängers an, um es zu lesen.',
    keyUnreadable: 'Das Token ist nicht entschlüsselt: Der Schlüssel ist nicht lesbar.',
  },
  nested: {
    opened: 'das innere Token geöffnet',
  },
  detached: {
    title: 'Nutzlast der abgetrennten Signatur',
    label: 'Nutzlast: worüber die abgetrennte Signatur geht',
    placeholder: 'Die Nutzlast selbst oder ihr Base64url',
    note: 'Dieses Token lässt seine Nutzlast weg (RFC 7515 Anhang F). Füge sie hier ein, um die Signatur darüber zu prüfen.',
    waiting: 'Die Nutzlast steht woanders. Füge sie ein, um die Signatur zu prüfen.',
    file: 'Nutzlast aus einer Datei öffnen',
  },
  found: 'Welches Token des eingefügten Textes',
  several: {
    label: 'Welche Signatur angesehen wird',
    other: (index) => `Sieh dir Signatur ${index} an: Die passt zum Schlüssel.`,
    choice: (index, count) => `Signatur ${index} von ${count}`,
    recipient: (index, count) => `Empfänger ${index} von ${count}`,
  },
  sdJwt: {
    title: 'Selektive Offenlegung',
    count: (disclosed, held) => `${disclosed} offengelegt, ${held} zurückgehalten`,
    unread:
      'Die Signatur stimmt, aber was dem Token folgt, ist nicht gelesen: Vielleicht ist es zu lang, oder es sind keine Offenlegungen.',
    held: 'Zurückgehaltene Claims und Köder sehen gleich aus: Beide sind Hashwerte ohne Offenlegung.',
    place: 'Claim',
    value: 'Wert',
    digest: 'Hashwert',
    none: 'Nichts ist offengelegt außer dem, was das Token des Ausstellers selbst sagt.',
    unplaced: 'steht nirgends',
    claims: 'Claims, wie ein Prüfer sie sieht',
    showAll: (lines) => `Alle ${lines} Zeilen zeigen`,
    copyClaims: 'Claims als JSON kopieren',
    binding: {
      title: 'Schlüsselbindung',
      none: 'Kein Token zur Schlüsselbindung: Nichts zeigt, dass der Absender der Inhaber ist.',
      right: 'sd_hash passt zu dem, was vorgelegt wird.',
      wrong: 'sd_hash passt nicht: Das Token wurde für eine andere Vorlage gemacht.',
      missing: 'Das Token zur Schlüsselbindung hat kein sd_hash.',
      signed: 'Seine Signatur passt zum Schlüssel in cnf.',
      unsigned: 'Seine Signatur passt nicht zum Schlüssel in cnf.',
      unchecked: 'Seine Signatur ist nicht geprüft: Das Token nennt keinen Schlüssel in cnf.',
      open: 'Token zur Schlüsselbindung öffnen',
    },
  },
};
