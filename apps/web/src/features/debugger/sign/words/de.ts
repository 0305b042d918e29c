import type { Unfinished } from '../../../../ui/language/translation.ts';
import type { Words } from '../words.ts';

const parts: Readonly<Record<string, string>> = { header: 'Header', payload: 'Payload' };
const part = (name: string): string => parts[name] ?? name;

export const words: Unfinished<Words> = {
  page: 'Token signieren',
  verdict: 'Stand des neuen Tokens',
  signed: {
    word: 'Signiert',
    reason: 'Ein neues Token mit dem Schlüssel unten. Öffne es unter Prüfen, um es verifiziert zu sehen.',
  },
  unsigned: 'Nicht signiert',
  signing: { word: 'Wird signiert', reason: 'Die Signatur wird geschrieben.' },
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
    placeholder: 'Privater JWK, PKCS#8-PEM oder Geheimnis',
    copyPrivate: 'Privaten Schlüssel kopieren',
    copySecret: 'Geheimnis kopieren',
    privateNote:
      'In dieser Seite erzeugt und nirgends gespeichert: Kopiere ihn, wenn du ihn wieder brauchst.',
    publicTitle: 'Öffentliche Hälfte',
    copyPublic: 'Öffentlichen Schlüssel kopieren',
    secretNote:
      'Ein gemeinsames Geheimnis hat keine öffentliche Hälfte: Wer damit prüft, kann auch signieren.',
  },
  token: {
    title: 'Signiertes Token',
    copy: 'Signiertes Token kopieren',
    open: 'Zum Prüfen öffnen',
    waiting: 'Das Token erscheint hier, sobald Header, Payload und Schlüssel lesbar sind.',
  },
  copied: 'Kopiert',
  problems: {
    json: (name, sentence) => `${part(name)} ist kein JSON: ${sentence}`,
    object: (name) => `${part(name)} ist kein JSON-Objekt.`,
    duplicate: (name, member) => `„${member}“ steht zweimal in: ${part(name)}.`,
    algorithm: (named, key) =>
      `Der Header nennt ${named}; der Schlüssel ist für ${key}. Wähle den Algorithmus neben dem Schlüssel.`,
    kid: 'Die kid im Header ist kein Text.',
    reserved: 'Die Header-Parameter crit und b64 lassen sich hier nicht signieren.',
    keySet: 'Ein Schlüssel signiert: Gib einen einzelnen privaten Schlüssel an, keinen Satz.',
  },
};
