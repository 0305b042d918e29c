import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Demuestra que eres tú',
  lead: (person) =>
    `${person} tiene un segundo factor. Abre tu aplicación de autenticación y escribe el código que muestra para esta cuenta.`,
  code: 'Código de la aplicación',
  codeMissing: 'Escribe los seis dígitos que muestra la aplicación.',
  useRecovery: 'Usar un código de recuperación',
  recoveryLead: (person) =>
    `Escribe uno de los códigos de recuperación que ${person} recibió al añadir la aplicación. Cada uno vale una vez.`,
  recovery: 'Código de recuperación',
  recoveryMissing: 'Escribe un código de recuperación.',
  useApp: 'Usar la aplicación de autenticación',
  action: 'Iniciar sesión',
  back: 'Iniciar sesión con otra cuenta',
};
