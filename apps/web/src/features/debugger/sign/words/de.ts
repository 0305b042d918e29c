import type { Unfinished } from '../../../../ui/language/translation.ts';
import type { Words } from '../words.ts';

const parts: Readonly<Record<string, string>> = { header: 'Header', payload: 'Payload' };
const part = (name: string): string => parts[name] ?? name;

export const words: Unfinished<Words> = {
  verdict: 'Stand des neuen Tokens',
  presets: 'Beginnen mit',
  preset: {
    'access-token': 'Access-Token',
    'id-token': 'ID-Token',
    'client-assertion': 'Client-Assertion',
    'logout-token': 'Logout-Token',
  },
  header: { title: 'Header', label: 'Header als JSON' },
  payload: { title: 'Payload', label: 'Payload als JSON' },
  placeholder: 'Ein JSON-Objekt',
  times: 'Zeiten setzen',
  time: {
    issued: 'Ausgestellt jetzt',
    quarter: 'Läuft ab +15 Min.',
    hour: 'Läuft ab +1 Std.',
    early: 'Gültig ab +5 Min.',
  },
  key: {
    title: 'Signierschlüssel',
    algorithm: 'Algorithmus',
    generate: 'Neuen Schlüssel erzeugen',
    privateLabel: 'Privater Schlüssel oder Geheimnis',
    copyPrivate: 'Privaten Schlüssel kopieren',
    copySecret: 'Geheimnis kopieren',
    publicTitle: 'Öffentliche Hälfte',
    copyPublic: 'Öffentlichen Schlüssel kopieren',
    secretNote:
      'Ein gemeinsames Geheimnis hat keine öffentliche Hälfte: Wer damit prüft, kann auch signieren.',
  },
  token: {
    open: 'Zum Prüfen öffnen',
  },
  copied: 'Kopiert',
  problems: {
    json: (name, sentence) => `${part(name)} ist kein JSON: ${sentence}`,
    object: (name) => `${part(name)} ist kein JSON-Objekt.`,
    duplicate: (name, member) => `„${member}“ steht zweimal in: ${part(name)}.`,
    algorithm: (named, key) =>
      `Der Header nennt ${named}; der Schlüssel ist für ${key}. Wähle den Algorithmus neben dem Schlüssel.`,
  },
};
