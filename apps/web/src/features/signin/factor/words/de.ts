import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Zeige, dass du es bist',
  lead: (person) =>
    `${person} hat einen zweiten Faktor. Öffne deine Authenticator-App, und gib den Code ein, den sie für dieses Konto zeigt.`,
  code: 'Code der App',
  codeMissing: 'Gib die sechs Ziffern ein, die die App zeigt.',
  useRecovery: 'Wiederherstellungscode verwenden',
  recoveryLead: (person) =>
    `Gib einen der Wiederherstellungscodes ein, die ${person} beim Hinzufügen der App bekam. Jeder gilt einmal.`,
  recovery: 'Wiederherstellungscode',
  recoveryMissing: 'Gib einen Wiederherstellungscode ein.',
  useApp: 'Authenticator-App verwenden',
  action: 'Anmelden',
  back: 'Als jemand anderes anmelden',
};
