import type { Words } from '../words.ts';

export const words: Words = {
  page: 'Eine abgelehnte Anfrage ansehen',
  verdict: 'Die abgelehnte Anfrage',
  line: {
    empty: {
      word: 'Ablehnung',
      reason: 'Füge ein, was eine Ablehnung gesagt hat, um zu sehen, warum und wie es sich beheben lässt.',
    },
    reference: {
      word: 'Referenz',
      reason: 'Sie benennt eine Anfrage. Lies den Eintrag, um zu sehen, was bei jedem Schritt geschah.',
    },
    unread: {
      word: 'Nicht gelesen',
      reason: 'Das ist weder Referenz noch Problemdokument noch Challenge.',
    },
    refused: 'Abgelehnt',
    failed: 'Nicht beantwortet',
    forwarded: 'Weitergeleitet',
    linked: {
      word: 'Aus einem Link',
      reason: 'Diese Erklärung kam mit einem Link: Wer ihn gemacht hat, hat ausgesucht, was sie sagt.',
    },
    badLink: {
      word: 'Nicht gelesen',
      reason: 'Der Link enthält keine lesbare Erklärung. Bitte um einen neuen oder um die Referenz.',
    },
  },
  text: {
    title: 'Abgelehnte Anfrage',
    label: 'Ablehnung: eine Referenz, ein Problemdokument, eine Challenge oder die ganze Antwort einfügen',
    placeholder: 'req_…, der JSON-Body der Ablehnung, ihr WWW-Authenticate-Header oder alles von curl -i',
    hint: 'Wird in dieser Seite gelesen. Nichts wird gesendet, außer du fragst nach dem Eintrag.',
    clear: 'Ablehnung leeren',
  },
  record: {
    title: 'Was bei jedem Schritt geschah',
    empty:
      'Mit der Referenz kann ein Administrator den Eintrag einer Anfrage lesen: jeden Schritt, erwartet und gekommen.',
    read: 'Eintrag lesen',
    asks: (address) => `Fragt ${address}, ob hier ein Signet ist, und dann nach einem Administrator.`,
    asksAgain: (address) => `Fragt ${address} mit deiner Anmeldung.`,
    looking: 'Es wird gefragt, ob hier ein Signet ist.',
    reading: 'Der Eintrag wird gelesen.',
    nobody: (origin) => `Unter ${origin} antwortet kein Signet: Hinter dieser Seite steht keines.`,
    nobodyFix: (reference) =>
      `Öffne die Referenz im Debugger des Signet, das den Aufruf abgelehnt hat, oder führe dort „npx --no signet explain ${reference}“ aus.`,
    elsewhere: (issuer) =>
      `Das Signet hinter dieser Seite ist als ${issuer} bekannt. Öffne dort seinen Debugger, um dich anzumelden.`,
    notRead: 'Der Eintrag ließ sich nicht lesen.',
    signedIn: 'Als Administrator angemeldet, nur im Speicher dieser Seite.',
    signOut: 'Abmelden',
    linkedTitle: 'Was der Link sagt',
    linked:
      'Kam mit einem Link: Wer ihn gemacht hat, hat ausgesucht, was er sagt. Kein Server wurde gefragt.',
  },
  signIn: {
    title: 'Anmelden, um den Eintrag zu lesen',
    note: 'Nur ein Administrator darf Einträge lesen.',
    submit: 'Anmelden und lesen',
  },
};
