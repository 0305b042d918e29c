import type { Words } from '../words.ts';

export const words: Words = {
  signIn: 'Mit Passkey anmelden',
  instead: 'Passkey verwenden',
  use: 'Passkey verwenden',
  lead: (person) => `${person} hat einen Passkey. Dein Gerät fragt nach Finger, Gesicht oder PIN.`,
  none: 'Es wurde kein Passkey benutzt. Versuche es noch einmal, oder melde dich anders an.',
};
