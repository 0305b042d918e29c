import type { Words } from '../words.ts';

export const words: Words = {
  title: (organization) => `${organization} te invita`,
  lead: (address) => `La invitación se envió a ${address}.`,
  accept: 'Aceptar',
  decline: 'Rechazar',
  signIn: (organization) => `Inicia sesión para aceptar la invitación de ${organization}.`,
  otherAccount: 'Iniciar sesión con otra cuenta',
  newAccount:
    'Para aceptar, elige un nombre de usuario y una contraseña. Con ellos inicias sesión en adelante.',
  create: 'Crear la cuenta y aceptar',
  usernameMissing: 'Escribe un nombre de usuario.',
  otherwise:
    '¿Tienes una cuenta con otra dirección? Confirma primero esta dirección para ella en tu propia página y abre luego el enlace otra vez.',
  joined: (organization) => `Estás en ${organization}`,
  joinedLine: 'Las aplicaciones la ofrecen desde tu próximo inicio de sesión. La dejas en tu propia página.',
  made: (person) => `Tu cuenta está creada. Tu nombre de usuario es ${person}.`,
  signInNow: 'Iniciar sesión',
  declined: (organization) => `Has rechazado la invitación de ${organization}`,
  declinedLine: 'No se ha creado nada, y el enlace ya no vale.',
  overTitle: 'La invitación no está abierta',
  over: 'Pide una nueva a quien te invitó.',
  account: 'Abrir mi cuenta',
  busy: 'Un momento',
};
