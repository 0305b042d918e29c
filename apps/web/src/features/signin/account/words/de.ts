import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Dein Konto',
  signedInAs: (person) => `Du bist als ${person} angemeldet.`,
  signOut: 'Abmelden',
  devices: 'Wo du angemeldet bist',
  lead: 'Kennst du eines davon nicht, melde es ab, und sag es denen, die dieses Signet betreiben.',
  current: 'Dieser Browser',
  unknownDevice: 'Ein Gerät, das nicht sagt, was es ist',
  on: (browser, system) => `${browser} unter ${system}`,
  lastUsed: 'Zuletzt benutzt',
  since: 'Angemeldet',
  endOne: (device) => `${device} abmelden`,
  endOneShort: 'Abmelden',
  alone: 'Du bist sonst nirgends angemeldet.',
  endOthers: 'Überall sonst abmelden',
  ask: {
    title: 'Überall sonst abmelden?',
    lost: (count) =>
      count === 1
        ? 'Eine andere Sitzung endet. Ihr Gerät braucht das Passwort wieder.'
        : `${count} andere Sitzungen enden. Ihre Geräte brauchen das Passwort wieder.`,
    action: 'Abmelden',
    cancel: 'Angemeldet lassen',
  },
  ended: (count) => (count === 1 ? 'Eine Sitzung ist beendet.' : `${count} Sitzungen sind beendet.`),
};
