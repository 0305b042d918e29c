import type { Words } from '../enrolment-words.ts';

export const words: Words = {
  title: 'Füge eine Authenticator-App hinzu',
  lead: 'Hier braucht jeder einen zweiten Faktor. Sobald du einen hast, bist du angemeldet.',
};
