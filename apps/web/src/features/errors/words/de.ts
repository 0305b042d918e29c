import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Fehlercodes',
  documentTitle: (page) => `${page} — Signet`,
  lead: 'Jede Ablehnung von Signet trägt einen Code. Seine Seite sagt, was geschah, was erwartet war, wie man es behebt und welche Regel dahintersteht. Die Seiten sind englisch.',
  find: 'Code suchen',
  placeholder: 'token_expired, 401, clock …',
  found: (count) => (count === 1 ? '1 Code' : `${count} Codes`),
  none: 'Kein Code passt. Suche nach einem Wort der Ablehnung, ihrem Status oder einem Teil des Codes.',
  clear: 'Alle Codes zeigen',
  unknown: (code) => `Einen Code ${code} gibt es nicht. Dies sind alle.`,
  all: 'Alle Codes',
  status: 'Status',
  others: 'Codes daneben',
};
