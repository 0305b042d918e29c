import type { Words } from '../words.ts';

export const words: Words = {
  title: 'In deinem Code verifizieren',
  stacks: 'Schreiben für',
  form: 'Was dein Dienst erwartet',
  hint: 'Aus dem Token ausgefüllt, das sagt, was es will: Gib ein, worauf dein Dienst bestehen muss.',
  algorithm: 'Signiert mit (alg)',
  issuer: 'Aussteller (iss)',
  audience: 'Empfänger (aud)',
  type: 'Typ (typ)',
  anyType: 'wird nicht angesehen',
  source: 'Schlüssel aus',
  sources: { jwks: 'Einem Schlüsselsatz (JWKS)', pem: 'Einer Datei mit öffentlichem Schlüssel' },
  url: 'Adresse des Schlüsselsatzes',
  guessed:
    'Aus dem Aussteller geraten. Die richtige steht in seinem Discovery-Dokument; hier wird nichts abgerufen.',
  path: 'Datei mit dem öffentlichen Schlüssel (PEM)',
  variable: 'Umgebungsvariable mit dem Geheimnis',
  never: 'Weder Schlüssel noch Geheimnis kommt in den Code.',
  install: 'Installieren',
  copyInstall: 'Befehl kopieren',
  copy: 'Code kopieren',
  code: (file) => `Code von ${file}`,
  look: 'Wie der Code aussieht',
  looks: { marked: 'Markiert', plain: 'Schlicht' },
  proofs: { run: 'In Tests ausgeführt.', parsed: 'Nicht ausgeführt.' },
  skew: (seconds) =>
    seconds === 0
      ? 'Uhren müssen auf die Sekunde übereinstimmen; eine Toleranz wählst du neben dem Urteil.'
      : `Uhren dürfen um ${seconds} s abweichen, wie neben dem Urteil gewählt.`,
  refused: 'Dafür wird kein Code geschrieben.',
  encrypted:
    'Das Token ist verschlüsselt. Code zum Verifizieren wird für signierte Token geschrieben: Entschlüssle es zuerst.',
};
