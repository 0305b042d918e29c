import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Befehle',
  filter: 'Was möchtest du tun?',
  none: 'Kein Befehl mit diesem Namen.',
  keys: '↑ ↓ wählen · Enter führt aus · Escape schließt · Strg oder ⌘ K, oder ?, öffnet dies wieder',
  panels: 'Bereiche',
  inspect: 'Ein Token prüfen',
  sign: 'Ein Token signieren',
  compare: 'Zwei Token vergleichen',
  refusal: 'Eine abgelehnte Anfrage ansehen',
  checkNow: 'Das Token jetzt prüfen',
  tour: 'Was sehe ich hier?',
  history: 'Token, die du angesehen hast',
};
