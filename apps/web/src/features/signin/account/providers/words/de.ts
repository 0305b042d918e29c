import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Andere Wege, sich anzumelden',
  lead: 'Wer dort angemeldet ist, kann sich damit hier anmelden.',
  signsIn: (name, email) =>
    email === undefined ? `${name} meldet dich an.` : `${name} meldet dich an, als ${email}.`,
  doesNot: (name) => `${name} meldet dich nicht an.`,
  join: (name) => `${name} verbinden`,
  part: (name) => `${name} trennen`,
  joined: 'Ab jetzt kannst du dich damit anmelden.',
  parted: 'Damit meldest du dich nicht mehr an.',
  proof: {
    lead: 'Du hast hier kein Passwort. Zeige auf andere Weise, wer du bist:',
    none: 'Du hast hier kein Passwort. Setze zuerst eines über „Passwort vergessen?“ auf der Anmeldeseite.',
    mail: 'Code per Mail schicken',
    mailAgain: 'Noch eine Mail schicken',
    code: 'Code der Mail',
    codeMissing: 'Gib die acht Ziffern der Mail ein.',
    signIn: (name) => `Noch einmal mit ${name} anmelden`,
    proven: 'Du hast dich gerade noch einmal angemeldet. Das belegt eine Änderung, zehn Minuten lang.',
  },
};
