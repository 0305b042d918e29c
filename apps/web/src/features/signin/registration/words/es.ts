import type { Words } from '../words.ts';

export const words: Words = {
  link: 'Crear una cuenta',
  ask: {
    title: 'Crear una cuenta',
    lead: 'Escribe tu dirección de correo. Allí llega un enlace con el que eliges un nombre de usuario y una contraseña.',
    field: 'Dirección de correo',
    missing: 'Escribe tu dirección de correo, por ejemplo nombre@example.org.',
    action: 'Enviar el enlace',
    back: 'Volver al inicio de sesión',
    sentTitle: 'Mira tu correo',
    sent: [
      'Un correo va camino de esta dirección. Su enlace vale un día.',
      '¿No llegó nada? Mira en el correo no deseado y pregunta después a quien administra este Signet.',
    ],
  },
  complete: {
    title: 'Elige un nombre de usuario y una contraseña',
    lead: 'Con ellos inicias sesión desde ahora.',
    missing: 'Escribe un nombre de usuario.',
    action: 'Crear la cuenta',
    doneTitle: 'Tu cuenta está creada',
    done: (person) => `Tu nombre de usuario es ${person}. Inicia sesión con él.`,
    again: 'Pedir un enlace nuevo',
  },
  busy: 'Un momento',
};
