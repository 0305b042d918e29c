import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Tu cuenta',
  signedInAs: (person) => `Has iniciado sesión como ${person}.`,
  signOut: 'Cerrar sesión',
  devices: 'Dónde tienes la sesión iniciada',
  lead: 'Si no reconoces alguno, cierra su sesión y avisa a quien administra este Signet.',
  current: 'Este navegador',
  unknownDevice: 'Un dispositivo que no dice qué es',
  on: (browser, system) => `${browser} en ${system}`,
  lastUsed: 'Último uso',
  since: 'Inicio de sesión',
  endOne: (device) => `Cerrar la sesión de ${device}`,
  endOneShort: 'Cerrar sesión',
  alone: 'No tienes la sesión iniciada en ningún otro sitio.',
  endOthers: 'Cerrar las demás sesiones',
  ask: {
    title: '¿Cerrar las demás sesiones?',
    lost: (count) =>
      count === 1
        ? 'Termina otra sesión. Su dispositivo pedirá de nuevo la contraseña.'
        : `Terminan otras ${count} sesiones. Sus dispositivos pedirán de nuevo la contraseña.`,
    action: 'Cerrar sesiones',
    cancel: 'Dejarlas abiertas',
  },
  ended: (count) => (count === 1 ? 'Se ha cerrado una sesión.' : `Se han cerrado ${count} sesiones.`),
};
