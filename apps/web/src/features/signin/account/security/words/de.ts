import type { Words } from '../words.ts';

export const words: Words = {
  email: {
    title: 'E-Mail-Adresse',
    none: 'Es ist keine Adresse bekannt. Ohne sie lässt sich ein vergessenes Passwort nicht per Mail ersetzen.',
    verified: (address) => `Mail zu deinem Konto geht an ${address}.`,
    unverified: (address) => `${address} ist noch nicht bestätigt.`,
    open: 'Adresse angeben',
    change: 'Adresse ändern',
    field: 'Neue E-Mail-Adresse',
    missing: 'Gib eine E-Mail-Adresse ein, etwa name@example.org.',
    action: 'Link dorthin senden',
    sent: 'Ein Link ist zu dieser Adresse unterwegs. Sie ist deine, sobald du ihm folgst.',
  },
  password: {
    title: 'Passwort',
    lead: 'Du gibst dein jetziges Passwort an und das neue.',
    open: 'Passwort ändern',
    field: 'Neues Passwort',
    missing: 'Gib ein neues Passwort ein.',
    endOthers: 'Überall sonst abmelden',
    action: 'Passwort speichern',
    changed: (ended) =>
      ended === 0
        ? 'Dein Passwort ist geändert.'
        : ended === 1
          ? 'Dein Passwort ist geändert, und eine andere Sitzung ist beendet.'
          : `Dein Passwort ist geändert, und ${ended} andere Sitzungen sind beendet.`,
  },
  now: 'Jetziges Passwort',
  nowMissing: 'Gib dein jetziges Passwort ein.',
  cancel: 'Abbrechen',
  busy: 'Einen Moment',
};
