import { formatNumber } from '../../../../ui/language/figures.ts';
import type { Words } from '../words.ts';

const halves: Readonly<Record<string, string>> = { private: 'privater', public: 'öffentlicher' };

export const words: Words = {
  page: 'JWT-Debugger',
  intro: {
    what: 'Signet liest, prüft und signiert JSON Web Tokens in deinem Browser.',
    sample: 'Dies ist ein Beispiel: Füge irgendwo dein eigenes Token ein.',
    empty: 'Füge irgendwo ein Token ein oder zieh eine Datei herein.',
  },
  samples: {
    groups: {
      algorithms: 'Algorithmen',
      kinds: 'Arten',
      faults: 'Was schiefgeht',
    },
    names: {
      ES256: 'ES256',
      RS256: 'RS256',
      PS256: 'PS256',
      EdDSA: 'EdDSA',
      HS256: 'HS256',
      'access-token': 'Zugriffstoken',
      'id-token': 'ID-Token',
      'dpop-proof': 'DPoP-Nachweis',
      'sd-jwt': 'SD-JWT',
      encrypted: 'Verschlüsselt (JWE)',
      expired: 'Abgelaufen',
      'other-key': 'Mit anderem Schlüssel signiert',
      'quoted-secret': 'Anführungszeichen um das Geheimnis',
      unsigned: 'Nicht signiert (alg: none)',
    },
  },
  verdict: 'Urteil',
  verdicts: {
    empty: 'Füge ein Token ein, um es zu lesen, oder probiere ein Beispiel.',
    noKey: 'Die Signatur ist noch nicht geprüft. Gib den Schlüssel an, um sie zu verifizieren.',
    keyUnreadable: 'Die Signatur ist nicht geprüft: Der Schlüssel ist nicht lesbar.',
    notChecked: (what) => `Nicht geprüft: ${what.join(', ')}.`,
    unchecked: {
      issuer: 'Aussteller',
      audience: 'Empfänger',
      client: 'Client',
      method: 'Methode der Anfrage (htm)',
      url: 'Adresse der Anfrage (htu)',
      accessToken: 'Access-Token, mit dem es kam (ath)',
      expiry: 'Ablauf, den das Token nicht hat',
    },
    giveKey: 'Schlüssel angeben',
    checking: 'Die Signatur wird geprüft.',
    matches: (algorithm, kid) =>
      kid === undefined
        ? `Die Signatur passt zu dem ${algorithm}-Schlüssel, den du angegeben hast.`
        : `Die Signatur passt zu dem ${algorithm}-Schlüssel „${kid}“, den du angegeben hast.`,
    matchesOwn: (algorithm) => `Die Signatur passt zum ${algorithm}-Schlüssel im Proof.`,
    ofNoRequest: 'Für welche Anfrage der Proof gemacht wurde, ist noch nicht geprüft.',
    nameRequest: 'Anfrage nennen',
    matchesLinked: 'Die Signatur passt zum Schlüssel im Link. Wer den Link gemacht hat, hat ihn ausgesucht.',
    matchesNamed: (address) =>
      `Die Signatur passt zu einem Schlüssel von ${address}. Das Token selbst hat dorthin geführt; wer es geschrieben hat, hat die Adresse ausgesucht.`,
    signatureRight: 'Seine Signatur passt zu dem Schlüssel, den du angegeben hast.',
    signatureRightOwn: 'Seine Signatur passt zum Schlüssel darin.',
    signatureUnchecked: 'Seine Signatur ist nicht geprüft.',
  },
  copied: 'Kopiert',
  token: {
    title: 'Token',
    label: 'Token: JSON Web Token einfügen',
    placeholder:
      'Token hier einfügen. Ein „Bearer“ davor, Anführungszeichen und Zeilenumbrüche stören nicht.',
    copy: 'Token kopieren',
    clear: 'Token und Schlüssel leeren',
    edit: 'Ändern und signieren',
    compare: 'Vergleichen',
    samples: 'Beispiele',
    sample: 'Beispiel laden',
    file: 'Token aus einer Datei öffnen',
    foot: 'Wird beim Einfügen oder Tippen in dieser Seite gelesen und geprüft.',
    removed: (what) => `Rund um das Token entfernt: ${what.join(', ')}.`,
  },
  key: {
    title: 'Schlüssel',
    label: 'Schlüssel: Geheimnis, PEM, JWK oder JWKS',
    placeholder: 'Geheimnis, PEM, JWK oder JWKS',
    hint: 'Ein öffentlicher Schlüssel oder das gemeinsame Geheimnis. Es bleibt in dieser Seite.',
    encoding: 'Das Geheimnis ist',
    encodings: { utf8: 'Text', base64: 'Base64', base64url: 'Base64url', hex: 'Hex' },
    copy: 'Schlüssel kopieren',
    file: 'Schlüssel aus einer Datei öffnen',
    copyThumbprint: 'Fingerabdruck kopieren (RFC 7638)',
    thumbprint: 'Fingerabdruck',
    unnamed: 'ohne kid',
    matched: 'passt',
    keysOfSet: 'Schlüssel des Satzes',
    certificate: (subject, validity) =>
      `Zertifikat von ${subject}, ${validity}. Das Zertifikat selbst ist nicht geprüft.`,
    notInEncoding: {
      sentence: (encoding) => `Das Geheimnis ist nicht in ${encoding} geschrieben.`,
      fix: 'Wähle, wie das Geheimnis geschrieben ist.',
    },
    otherName: {
      sentence: 'Der Schlüssel hat einen anderen Namen als den, den das Token verlangt.',
      fix: 'Der Aussteller soll den Schlüssel unter dem Namen im Token veröffentlichen.',
    },
    secret: 'Ein gemeinsames Geheimnis. Wer damit prüfen kann, kann auch signieren.',
    set: (keys) =>
      keys === 1
        ? 'Ein Schlüsselsatz mit 1 brauchbaren Schlüssel.'
        : `Ein Schlüsselsatz mit ${keys} brauchbaren Schlüsseln.`,
    described: (half, form, algorithms) =>
      half === 'private'
        ? `Ein privater Schlüssel (${form}) für ${algorithms.join(', ')}. Nur seine öffentliche Hälfte wird benutzt.`
        : `Ein ${halves[half] ?? half} Schlüssel (${form}) für ${algorithms.join(', ')}.`,
  },
  findings: {
    title: 'Befunde',
    none: 'Nichts zu beheben.',
    empty: 'Was am Token falsch oder riskant ist, steht hier, jeweils mit einem Weg, es zu beheben.',
    count: (count) => (count === 1 ? '1 Befund' : `${count} Befunde`),
  },
  time: {
    title: 'Wann das Token geprüft wird',
    at: 'Token prüfen um',
    now: 'Jetzt',
    skew: 'Uhren dürfen abweichen um',
    seconds: (seconds) => (seconds < 60 ? `${seconds} s` : `${seconds / 60} Min.`),
    checkedNow: 'Geprüft: jetzt',
    checkedAt: (at) => `Geprüft: ${at}`,
    note: 'In deiner Zeitzone. Das Urteil und jedes „in 5 Min.“ richten sich danach.',
  },
  share: {
    open: 'Link teilen',
    title: 'Link zu diesem Token teilen',
    warning:
      'Wer den Link hat, hat das Token und kann es benutzen, bis es abläuft. Teile Token aus Tests, nicht von Menschen.',
    token: 'Das ganze Token steht im Link hinter dem #; diesen Teil senden Browser nicht an Server.',
    noKey: 'Kein Schlüssel geht mit.',
    publicKey: 'Der öffentliche Schlüssel geht mit.',
    privateStays: 'Nur die öffentliche Hälfte des Schlüssels geht mit; der private Schlüssel bleibt hier.',
    secretStays: 'Der Schlüssel bleibt hier: Er ist ein Geheimnis.',
    close: 'Jetzt nicht',
    copy: 'Link kopieren',
    received: 'Token und Schlüssel kamen mit einem Link.',
    named: (address) => `Das Token selbst hat zum Schlüssel geführt, unter ${address}.`,
    trust: 'Ich kenne diesen Schlüssel',
    trustAddress: 'Ich kenne diese Adresse',
  },
  diagnosis: {
    title: 'Warum sie nicht passt',
    searching: 'Die üblichen Fehler werden durchprobiert.',
    tooLong: 'Das Token ist zu lang, um alles zu probieren. Prüfe den Schlüssel selbst.',
    found: (tried, causes) =>
      `${formatNumber(tried)} Kombinationen probiert, ${causes === 1 ? 'eine Ursache' : `${causes} Ursachen`} gefunden.`,
    nothing: (tried) =>
      `${formatNumber(tried)} Kombinationen probiert: andere Schreibweisen des Schlüssels, andere Algorithmen, andere Formen der Signatur. Keine passt; also ist es ein anderer Schlüssel, oder das Token wurde verändert.`,
    certainty: { proven: 'Bewiesen.', hint: 'Wahrscheinlich.' },
    otherReading: {
      sentence: 'Die Signatur stimmt, aber der Schlüssel wird anders gelesen, als er beim Signieren war.',
      fix: 'Den Schlüssel so lesen, wie er gemeint ist.',
    },
  },
  mends: {
    secret: {
      asItIs: '',
      withoutLineBreak: 'ohne seinen Zeilenumbruch',
      trimmed: 'ohne die Leerzeichen darum',
      withoutMark: 'ohne seine Byte-Reihenfolge-Marke',
      unquoted: 'ohne seine Anführungszeichen',
      withLineBreak: 'mit einem Zeilenumbruch am Ende',
      withWindowsLineBreak: 'mit einem Windows-Zeilenumbruch am Ende',
      unescaped: 'mit \\n als Zeilenumbruch',
      percentDecoded: 'ohne seine Prozent-Kodierung',
    },
    label: (change, encoding) => {
      const reading = {
        utf8: 'als Text',
        base64: 'als Base64',
        base64url: 'als Base64url',
        hex: 'als Hex',
        '': '',
      };
      if (change === '') return `${reading[encoding]} lesen`.replace(/^a/, 'A').trim();
      return `Geheimnis ${[change, reading[encoding]].filter((part) => part !== '').join(', ')} verwenden`;
    },
    useKey: (name) => `Schlüssel „${name}“ verwenden`,
    withoutMarks: 'Ohne seine Kennzeichen probieren',
    publicHalf: 'Nur die öffentliche Hälfte behalten',
    applied: (label) => `Erledigt: ${label}.`,
    undo: 'Rückgängig',
  },
  ends: 'Läuft ab',
  ended: 'Abgelaufen',
};
