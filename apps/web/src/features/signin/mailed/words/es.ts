import type { Words } from '../words.ts';

export const words: Words = {
  forgotten: {
    title: '¿Has olvidado tu contraseña?',
    lead: 'Escribe tu nombre de usuario o tu dirección de correo. Si hay tal cuenta, se envía a su dirección un enlace para una contraseña nueva.',
    field: 'Nombre de usuario o dirección de correo',
    missing: 'Escribe tu nombre de usuario o tu dirección de correo.',
    action: 'Enviar el enlace',
    back: 'Volver a iniciar sesión',
    sentTitle: 'Mira tu correo',
    sent: [
      'Si hay tal cuenta y su dirección de correo está confirmada, hay un enlace en camino. Vale media hora.',
      '¿No ha llegado nada? Mira entre el correo no deseado y, después, pregunta a quien administra este Signet.',
    ],
  },
  reset: {
    title: 'Elige una contraseña nueva',
    lead: 'Terminan todas las sesiones de tu cuenta y vuelves a iniciar sesión con la contraseña nueva.',
    field: 'Contraseña nueva',
    missing: 'Escribe una contraseña nueva.',
    action: 'Guardar la contraseña',
    doneTitle: 'Tu contraseña ha cambiado',
    done: 'A partir de ahora inicia sesión con ella. Se ha cerrado tu sesión en todas partes.',
    signIn: 'Iniciar sesión',
    again: 'Pedir un enlace nuevo',
  },
  confirm: {
    title: 'Confirma tu dirección de correo',
    lead: 'A partir de entonces, el correo de tu cuenta va a esta dirección.',
    action: 'Confirmar',
    doneTitle: 'Tu dirección está confirmada',
    done: (address) => `El correo de tu cuenta va a ${address}.`,
    account: 'Abrir mi cuenta',
  },
  busy: 'Un momento',
};
