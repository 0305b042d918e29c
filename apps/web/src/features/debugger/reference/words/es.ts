import type { Words } from '../words.ts';

export const words: Words = {
  page: 'Ver una petición rechazada',
  verdict: 'La petición rechazada',
  line: {
    empty: {
      word: 'Rechazo',
      reason: 'Pega lo que dijo un rechazo para ver por qué ocurrió y cómo corregirlo.',
    },
    reference: {
      word: 'Referencia',
      reason: 'Identifica una petición. Lee el registro para ver qué ocurrió en cada paso.',
    },
    unread: {
      word: 'No leído',
      reason: 'Esto no es una referencia, ni un documento de problema, ni un desafío.',
    },
    refused: 'Rechazada',
    failed: 'Sin respuesta',
    forwarded: 'Reenviada',
    linked: {
      word: 'De un enlace',
      reason: 'Esta explicación llegó con un enlace: quien lo creó eligió lo que dice.',
    },
    badLink: {
      word: 'No leído',
      reason: 'El enlace no lleva ninguna explicación legible. Pide otro, o la referencia.',
    },
  },
  text: {
    title: 'Petición rechazada',
    label: 'Rechazo: pega una referencia, un documento de problema, un desafío o la respuesta entera',
    placeholder: 'req_…, el cuerpo JSON del rechazo, su cabecera WWW-Authenticate o todo lo de curl -i',
    hint: 'Se lee en esta página. No se envía nada salvo que pidas el registro.',
    clear: 'Vaciar el rechazo',
  },
  record: {
    title: 'Qué ocurrió en cada paso',
    empty:
      'Con su referencia, un administrador puede leer el registro de una petición: cada paso, lo esperado frente a lo recibido.',
    read: 'Leer el registro',
    asks: (address) => `Pregunta a ${address} si aquí hay un Signet, y después pide un administrador.`,
    asksAgain: (address) => `Consulta ${address} con la sesión que tienes.`,
    looking: 'Preguntando si aquí hay un Signet.',
    reading: 'Leyendo el registro.',
    nobody: (origin) => `Ningún Signet responde en ${origin}: esta página está alojada sin uno detrás.`,
    nobodyFix: (reference) =>
      `Abre la referencia en el depurador del Signet que rechazó la llamada, o ejecuta «npx --no signet explain ${reference}» donde funciona.`,
    elsewhere: (issuer) =>
      `El Signet detrás de esta página se conoce como ${issuer}. Abre allí su depurador para iniciar sesión.`,
    notRead: 'No se pudo leer el registro.',
    signedIn: 'Sesión iniciada como administrador, solo en la memoria de esta página.',
    signOut: 'Cerrar sesión',
    linkedTitle: 'Qué dice el enlace',
    linked: 'Llegó con un enlace: quien lo creó eligió lo que dice. No se consultó ningún servidor.',
  },
  signIn: {
    title: 'Inicia sesión para leer el registro',
    note: 'Solo un administrador puede leer registros.',
    submit: 'Iniciar sesión y leer',
  },
};
