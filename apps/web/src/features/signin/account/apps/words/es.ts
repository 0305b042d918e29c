import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Apps',
  lead: 'A quién diste acceso y qué puede hacer cada app en tu nombre.',
  none: 'Ninguna app tiene ya acceso a tu cuenta.',
  may: 'En',
  actsIn: (organization) => `en nombre de ${organization}`,
  since: 'Con acceso',
  lastUsed: 'Último uso',
  unused: 'Aún sin usar',
  withdraw: 'Quitar acceso',
  withdrawOne: (app) => `Quitar acceso: ${app}`,
  withdrawn: (app) => `${app} ya no tiene acceso a tu cuenta.`,
  ask: {
    title: (app) => `¿Quitar el acceso a ${app}?`,
    lost: 'Se cierra su sesión de inmediato en todos tus dispositivos y tendrá que pedirte permiso de nuevo. Lo que ya tiene de ti lo conserva: para que se borre, pídelo a quien la gestiona.',
    action: 'Quitar acceso',
    cancel: 'Conservarlo',
  },
};
