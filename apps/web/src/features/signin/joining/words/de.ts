import type { Words } from '../words.ts';

export const words: Words = {
  title: (organization) => `${organization} lädt dich ein`,
  lead: (address) => `Die Einladung ging an ${address}.`,
  accept: 'Annehmen',
  decline: 'Ablehnen',
  signIn: (organization) => `Melde dich an, um die Einladung von ${organization} anzunehmen.`,
  otherAccount: 'Mit einem anderen Konto anmelden',
  newAccount: 'Um anzunehmen, wähle Benutzernamen und Passwort. Damit meldest du dich von jetzt an an.',
  create: 'Konto anlegen und annehmen',
  usernameMissing: 'Gib einen Benutzernamen ein.',
  otherwise:
    'Du hast ein Konto mit einer anderen Adresse? Bestätige zuerst diese Adresse dafür auf deiner eigenen Seite, und öffne dann den Link noch einmal.',
  joined: (organization) => `Du bist in ${organization}`,
  joinedLine:
    'Apps bieten sie von deiner nächsten Anmeldung an an. Du verlässt sie auf deiner eigenen Seite.',
  made: (person) => `Dein Konto ist angelegt. Dein Benutzername ist ${person}.`,
  signInNow: 'Anmelden',
  declined: (organization) => `Du hast die Einladung von ${organization} abgelehnt`,
  declinedLine: 'Es wurde nichts angelegt, und der Link gilt nicht mehr.',
  overTitle: 'Die Einladung ist nicht offen',
  over: 'Bitte die, die dich eingeladen haben, um eine neue.',
  account: 'Mein Konto öffnen',
  busy: 'Einen Moment',
};
