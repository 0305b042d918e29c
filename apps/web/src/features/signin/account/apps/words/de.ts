import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Apps',
  lead: 'Wen du zugelassen hast, und was jede App in deinem Namen darf.',
  none: 'Keine App hat mehr Zugriff auf dein Konto.',
  may: 'Bei',
  actsIn: (organization) => `im Namen von ${organization}`,
  since: 'Zugelassen',
  lastUsed: 'Zuletzt benutzt',
  unused: 'Noch nicht benutzt',
  withdraw: 'Zugriff entziehen',
  withdrawOne: (app) => `Zugriff entziehen: ${app}`,
  withdrawn: (app) => `${app} hat keinen Zugriff auf dein Konto mehr.`,
  ask: {
    title: (app) => `${app} den Zugriff entziehen?`,
    lost: 'Die App wird sofort auf allen deinen Geräten abgemeldet und muss dich neu fragen. Was sie schon von dir hat, behält sie: Um das löschen zu lassen, wende dich an die, die sie betreiben.',
    action: 'Zugriff entziehen',
    cancel: 'Behalten',
  },
};
