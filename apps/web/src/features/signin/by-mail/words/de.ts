import type { Words } from '../words.ts';

export const words: Words = {
  offer: 'Per Mail anmelden',
  title: 'Per Mail anmelden',
  lead: 'Du bekommst einen Code und einen Link, an die Adresse, die du bestätigt hast.',
  name: 'Benutzername oder E-Mail-Adresse',
  nameMissing: 'Gib deinen Benutzernamen oder deine E-Mail-Adresse ein.',
  ask: 'Mail schicken',
  sentTitle: 'Sieh in deine Mails',
  sentLead: (name) =>
    `Wenn ${name} zu einem Konto mit bestätigter Adresse gehört, ist eine Mail dorthin unterwegs. Gib ihren Code hier ein, oder öffne ihren Link in diesem Browser. Beides gilt zehn Minuten.`,
  code: 'Code der Mail',
  codeMissing: 'Gib die acht Ziffern der Mail ein.',
  signIn: 'Anmelden',
  again: 'Noch eine Mail schicken',
  back: 'Anders anmelden',
  elsewhereTitle: 'Dieser Link ist für einen anderen Browser',
  elsewhere: [
    'Er meldet dich nur in dem Browser an, in dem du die Mail verlangt hast.',
    'Öffne ihn dort, oder gib den Code der Mail auf der Seite ein, die darauf wartet.',
  ],
};
