import type { Words } from '../words.ts';

export const words: Words = {
  document: 'Signet — Keine solche Seite',
  title: 'Unter dieser Adresse gibt es keine Seite',
  lead: 'Vielleicht ist sie vertippt, oder sie kam mit einem Link von anderswo.',
  back: 'Debugger öffnen',
};
