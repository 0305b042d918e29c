import type { Words } from '../words.ts';

const parts: Readonly<Record<string, string>> = { header: 'Header', payload: 'Payload' };
const part = (name: string): string => parts[name] ?? name;

export const words: Words = {
  page: 'Token herstellen',
  verdict: 'Stand des neuen Tokens',
  made: {
    signed: {
      word: 'Signiert',
      reason: 'Ein neues Token mit dem Schlüssel unten. Öffne es unter Prüfen, um es verifiziert zu sehen.',
    },
    nested: {
      word: 'Signiert und verschlüsselt',
      reason:
        'Ein neues Token für den Empfänger unten. Öffne es unter Prüfen: Es wird entschlüsselt, dann verifiziert.',
    },
    encrypted: {
      word: 'Verschlüsselt',
      reason:
        'Claims für den Empfänger unten. Niemand hat sie signiert: Wer den öffentlichen Schlüssel hat, könnte sie schreiben.',
    },
    'sd-jwt': {
      word: 'Signiert',
      reason:
        'Ein neues SD-JWT mit allen Offenlegungen, für seinen Inhaber. Öffne es unter Prüfen, um es verifiziert zu sehen.',
    },
  },
  notMade: 'Nicht hergestellt',
  making: { word: 'Wird hergestellt', reason: 'Das Token wird geschrieben.' },
  output: {
    title: 'Was hergestellt wird',
    names: { signed: 'Signiert', nested: 'Geschachtelt', encrypted: 'Verschlüsselt', 'sd-jwt': 'SD-JWT' },
    notes: {
      signed: 'Jeder kann es lesen, niemand kann es ändern (JWS).',
      nested: 'Signiert, dann verschlüsselt: Nur der Empfänger kann es lesen (JWE um ein JWT).',
      encrypted: 'Nur der Empfänger kann es lesen; niemand hat es signiert (JWE).',
      'sd-jwt': 'Signiert; der Inhaber wählt, welche Claims er zeigt (RFC 9901).',
    },
  },
  writing: {
    form: 'Serialisierung',
    forms: { compact: 'Kompakt', flattened: 'Flach', general: 'Allgemein' },
    detached: 'Payload getrennt',
    detachedNote: 'Die Payload reist neben dem Token (RFC 7515 Anhang F).',
    unencoded: 'Unkodiert (b64: false)',
  },
  compact: 'Leerraum entfernen',
  presets: 'Beginnen mit',
  preset: {
    'access-token': 'Access-Token',
    'id-token': 'ID-Token',
    'client-assertion': 'Client-Assertion',
    'logout-token': 'Logout-Token',
    'dpop-proof': 'DPoP-Nachweis',
    credential: 'Nachweis (SD-JWT)',
  },
  header: { title: 'Header', label: 'Header als JSON' },
  payload: { title: 'Payload', label: 'Payload als JSON' },
  placeholder: 'Ein JSON-Objekt',
  form: {
    views: { header: 'Wie der Header bearbeitet wird', payload: 'Wie die Payload bearbeitet wird' },
    view: { text: 'Text', form: 'Formular' },
    fields: { header: 'Parameter des Headers', payload: 'Claims der Payload' },
    asText: 'Als Text bearbeiten',
    more: (count) => `${count} weitere. So viele lassen sich als Text leichter bearbeiten.`,
    fixed: 'Wird beim Schlüssel gewählt.',
    kindOf: (name) => `Art von ${name}`,
    kinds: {
      text: 'Text',
      number: 'Zahl',
      time: 'Zeit',
      boolean: 'Ja oder nein',
      list: 'Liste',
      json: 'JSON',
    },
    remove: (name) => `${name} entfernen`,
    step: { 0: 'Jetzt', 900: '+15 Min.', 3600: '+1 Std.', 86400: '+1 Tag' },
    stepOf: (name, step) => `${name}: ${step}`,
    addItem: 'Wert hinzufügen',
    addItemTo: (name) => `Wert zu ${name} hinzufügen`,
    add: { header: 'Parameter hinzufügen', payload: 'Claim hinzufügen' },
    addPlaceholder: {
      header: 'Parameter nach Name oder Bedeutung hinzufügen',
      payload: 'Claim nach Name oder Bedeutung hinzufügen',
    },
    addButton: 'Hinzufügen',
    noNumber: 'Das ist keine Zahl, wie JSON sie schreibt.',
    noJson: (sentence) => `Das ist kein JSON: ${sentence}`,
    twice: (name) => `„${name}“ steht zweimal.`,
  },
  times: 'Zeiten setzen',
  time: {
    issued: 'Ausgestellt jetzt',
    quarter: 'Läuft ab +15 Min.',
    hour: 'Läuft ab +1 Std.',
    early: 'Gültig ab +5 Min.',
  },
  proof: { accessToken: 'Gehört zum Access-Token', bind: 'ath setzen' },
  key: {
    withThisKey: 'Mit diesem Schlüssel',
    withNewKey: 'Mit einem neuen Schlüssel',
    placeholder: 'Privater JWK, PEM (PKCS#8, PKCS#1, SEC1) oder Geheimnis',
    privateForm: 'Wie der private Schlüssel geschrieben wird',
    publicForm: 'Wie der öffentliche Schlüssel geschrieben wird',
    forms: { jwk: 'JWK', pem: 'PEM', jwks: 'JWKS' },
    encoding: 'Das Geheimnis ist',
    encodings: { utf8: 'Text', base64: 'Base64', base64url: 'Base64url', hex: 'Hex' },
    savePrivate: 'Privaten Schlüssel als Datei speichern',
    saveSecret: 'Geheimnis als Datei speichern',
    savePublic: 'Öffentlichen Schlüssel als Datei speichern',
    privateNote:
      'Er bleibt in dieser Seite und wird nirgends gespeichert: Kopiere ihn, wenn du ihn wieder brauchst.',
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
  recipient: {
    title: 'Empfänger',
    algorithm: 'Schlüsselverschlüsselung',
    encryption: 'Inhalt',
    curve: 'Kurve',
    label: 'Schlüssel des Empfängers',
    placeholder: 'Öffentlicher JWK oder PEM, Geheimnis oder Passwort',
    note: 'Nur die öffentliche Hälfte verschlüsselt; die private öffnet es unter Prüfen.',
    generate: 'Schlüssel zum Ausprobieren erzeugen',
    publicTitle: 'Öffentliche Hälfte des Empfängers',
  },
  disclosure: {
    title: 'Einzeln offenlegbar',
    count: (chosen) => (chosen === 1 ? '1 Claim' : `${chosen} Claims`),
    note: 'Was angekreuzt ist, steht im Token nur als Hashwert. Der Inhaber zeigt es oder hält es zurück.',
    made: 'Offenlegungen: Salt, Name und Wert',
  },
  token: {
    title: 'Neues Token',
    copy: 'Neues Token kopieren',
    waiting: 'Das Token erscheint hier, sobald alle seine Teile lesbar sind.',
    open: 'Zum Prüfen öffnen',
  },
  copied: 'Kopiert',
  problems: {
    noAlgorithm: 'keinen Algorithmus',
    lacking: (algorithm) =>
      `${algorithm} wird von diesem Browser nicht unterstützt. Erzeuge den Schlüssel mit „signet key generate --alg ${algorithm}“ und signiere mit „signet token sign“.`,
    encoding: 'Das Geheimnis ist nicht so geschrieben, wie daneben gewählt.',
    keySet: 'Gib einen einzelnen Schlüssel an, keinen Satz.',
    json: (name, sentence) => `${part(name)} ist kein JSON: ${sentence}`,
    object: (name) => `${part(name)} ist kein JSON-Objekt.`,
    duplicate: (name, member) => `„${member}“ steht zweimal in: ${part(name)}.`,
    algorithm: (named, key) =>
      `Der Header nennt ${named}; der Schlüssel ist für ${key}. Wähle den Algorithmus neben dem Schlüssel.`,
  },
};
