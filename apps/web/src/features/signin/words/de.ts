import type { Words } from '../words.ts';

export const words: Words = {
  signIn: {
    title: 'Anmelden',
    goesOn: (app) => `Danach geht es weiter zu ${app}.`,
    username: 'Benutzername',
    password: 'Passwort',
    show: 'Passwort zeigen',
    hide: 'Passwort verbergen',
    action: 'Anmelden',
    busy: 'Anmeldung läuft',
    forgotten: 'Passwort vergessen?',
    cancel: (app) => `Abbrechen und zurück zu ${app}`,
    usernameMissing: 'Gib deinen Benutzernamen ein.',
    usernameForm: 'Ein Benutzername hat nur Buchstaben, Ziffern und die Zeichen . _ @ -',
    passwordMissing: 'Gib dein Passwort ein.',
  },
  known: {
    title: (person) => `Du bist als ${person} angemeldet`,
    action: (person) => `Weiter als ${person}`,
    another: 'Anderes Konto verwenden',
  },
  change: {
    title: 'Wähle ein eigenes Passwort',
    lead: (person) =>
      `Das Passwort von ${person} galt nur für ein Mal. Von jetzt an meldest du dich mit dem an, das du hier wählst.`,
    field: 'Neues Passwort',
    missing: 'Gib ein neues Passwort ein.',
    rules: [
      'Mindestens 10 Zeichen; Großbuchstaben, Ziffern und Sonderzeichen sind nicht verlangt.',
      'Kein verbreitetes Passwort, kein Datum, keine Tasten, die nebeneinander liegen.',
      'Nicht aus deinem Benutzernamen oder dem Namen dieses Dienstes gemacht.',
    ],
    action: 'Speichern und anmelden',
    back: 'Als jemand anderes anmelden',
  },
  wait: {
    left: (time) => `Du kannst es in ${time} noch einmal versuchen.`,
    over: 'Du kannst es jetzt noch einmal versuchen.',
    why: 'Ein Gerät, das sich bei diesem Konto schon angemeldet hat, wird durch andere nicht gebremst.',
  },
  fault: {
    title: 'Der Server antwortet nicht, wie er sollte',
    nobody: 'Es kam keine Antwort. Prüfe die Verbindung, und versuche es noch einmal.',
    offline: 'Du bist nicht verbunden. Verbinde dich, und versuche es noch einmal.',
    again: 'Noch einmal versuchen',
    reference: (reference) => `Referenz: ${reference}`,
  },
  choice: {
    title: (app) => `Für welche Organisation geht es weiter zu ${app}?`,
    find: 'Organisation suchen',
    noneFits: 'Keine deiner Organisationen heißt so.',
    without: 'Ohne Organisation weiter',
  },
  consent: {
    title: (app) => `${app} bittet um Zugriff`,
    signedInAs: (person) => `Du bist als ${person} angemeldet.`,
    actsIn: (organization) => `Die App handelt dann im Namen von ${organization}.`,
    forDevice:
      'Damit wird ein Gerät angemeldet, das einen Code zeigt. Stimme nur zu, wenn du das Gerät vor dir hast: Wer dir den Code geschickt hat, wäre als du angemeldet.',
    asks: 'Wenn du zustimmst, kann die App:',
    asksMore: 'Wenn du zustimmst, kann die App außerdem:',
    agreedBefore: 'Du hast ihr schon erlaubt:',
    scopes: {
      openid: 'wissen, dass du es bist',
      profile: 'deinen Namen und dein Profil lesen',
      email: 'deine E-Mail-Adresse lesen',
      phone: 'deine Telefonnummer lesen',
      address: 'deine Postanschrift lesen',
      offline_access: 'für dich angemeldet bleiben, auch wenn du nicht da bist',
    },
    scopeOfApi: 'dieses Recht in deinem Namen nutzen',
    audience: 'Bei dieser API:',
    allow: 'Zustimmen',
    deny: 'Ablehnen',
  },
  signedOut: {
    title: 'Du bist abgemeldet',
    lines: [
      'Dieser Browser hat nichts mehr von deiner Sitzung.',
      'Eine App, zu der du weitergegangen bist, zeigt vielleicht noch, was sie hat, bis sie geschlossen wird oder neu fragt.',
    ],
    again: 'Wieder anmelden',
  },
  leaving: (app) => `Weiter zu ${app}`,
  loading: 'Wird geladen',
  lost: {
    title: 'Diese Anmeldung ist vorbei',
    lead: 'Ihr Link wurde schon benutzt oder hat zu lange gewartet. Es ist nichts geschehen.',
    fix: 'Geh zurück zur App, und melde dich von dort noch einmal an.',
    account: 'Mein Konto öffnen',
  },
};
