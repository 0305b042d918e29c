import type { Words } from '../words.ts';

export const words: Words = {
  progress: (stop, stops) => `${stop} von ${stops}`,
  next: 'Weiter',
  back: 'Zurück',
  done: 'Fertig',
  end: 'Rundgang beenden',
  stops: {
    token: {
      title: 'Das Token',
      text: 'Ein JSON Web Token, wie es reist: drei Teile zwischen Punkten, jeder in seiner Farbe. Füge hier eines ein, samt allem, was darum steht.',
    },
    header: {
      title: 'Der Header',
      text: 'Wie das Token signiert ist und mit welchem Schlüssel. Noch bürgt niemand dafür: Es wird gelesen, nicht geglaubt.',
    },
    payload: {
      title: 'Die Payload',
      text: 'Was der Aussteller sagt: über wen, für wen und bis wann. Sie ist kodiert, nicht verschlüsselt; wer das Token hat, kann sie lesen.',
    },
    key: {
      title: 'Der Schlüssel',
      text: 'Gib den öffentlichen Schlüssel oder das gemeinsame Geheimnis an, und die Signatur wird damit geprüft. Er bleibt in dieser Seite.',
    },
    verdict: {
      title: 'Das Urteil',
      text: 'Ob man diesem Token glauben kann, in einer Zeile, die sichtbar bleibt. „Verifiziert“ gilt nur für die eingefügten Bytes und einen Schlüssel, den du angegeben hast.',
    },
    findings: {
      title: 'Die Befunde',
      text: 'Was falsch oder unklug ist, das Schlimmste zuerst, jeweils mit Abhilfe. Passt eine Signatur nicht, werden hier die üblichen Fehler durchprobiert.',
    },
  },
};
