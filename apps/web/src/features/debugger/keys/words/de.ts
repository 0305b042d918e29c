import type { Words } from '../words.ts';

export const words: Words = {
  password: {
    label: 'Passwort des Schlüssels',
    note: 'Der Schlüssel ist verschlüsselt. Das Passwort bleibt auf dieser Seite.',
    waiting: 'Der Schlüssel ist verschlüsselt. Gib sein Passwort an, um ihn zu verwenden.',
    fix: 'Gib das Passwort unter dem Schlüssel ein.',
  },
};
