import type { Letters } from './letter.ts';

export const es: Letters = {
  test: `Subject: El correo de {{site}} llega

Quien administra {{site}} te ha enviado este correo para comprobar que el correo llega. Y llega.

No tienes que hacer nada.
`,
};
