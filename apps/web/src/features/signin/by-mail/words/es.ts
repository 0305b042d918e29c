import type { Words } from '../words.ts';

export const words: Words = {
  offer: 'Iniciar sesión por correo',
  title: 'Iniciar sesión por correo',
  lead: 'Recibirás un código y un enlace en la dirección que confirmaste.',
  name: 'Nombre de usuario o dirección de correo',
  nameMissing: 'Escribe tu nombre de usuario o tu dirección de correo.',
  ask: 'Enviar el correo',
  sentTitle: 'Mira tu correo',
  sentLead: (name) =>
    `Si ${name} corresponde a una cuenta con una dirección confirmada, un correo va en camino. Escribe aquí su código, o abre su enlace en este navegador. Ambos valen diez minutos.`,
  code: 'Código del correo',
  codeMissing: 'Escribe las ocho cifras del correo.',
  signIn: 'Iniciar sesión',
  again: 'Enviar otro correo',
  back: 'Iniciar sesión de otra manera',
  elsewhereTitle: 'Este enlace es para otro navegador',
  elsewhere: [
    'Solo inicia tu sesión en el navegador en el que pediste el correo.',
    'Ábrelo allí, o escribe el código del correo en la página que lo espera.',
  ],
};
