import type { Words } from '../words.ts';

export const words: Words = {
  held: {
    title: 'Was über dich gespeichert ist',
    lead: 'Dein Konto, deine Adresse, Sitzungen, Faktoren und was getan wurde, als Datei. Passwörter und Geheimnisse stehen nicht darin.',
    action: 'Herunterladen',
    done: 'Die Datei ist auf dem Weg in deine Downloads.',
  },
  leave: {
    title: 'Konto löschen',
    lead: 'Alles, was über dich gespeichert ist, wird entfernt, und du bist überall abgemeldet. Das lässt sich nicht rückgängig machen.',
    open: 'Konto löschen',
    field: (person) => `Gib zur Bestätigung ${person} ein`,
    missing: 'Gib deinen Benutzernamen ein.',
    action: 'Endgültig löschen',
  },
  gone: {
    title: 'Dein Konto ist gelöscht',
    lines: [
      'Über dich ist nichts mehr gespeichert als ein Eintrag im Protokoll dessen, was getan wurde; er nennt dich nicht.',
    ],
  },
};
