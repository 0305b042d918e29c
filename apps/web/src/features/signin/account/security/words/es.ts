import type { Words } from '../words.ts';

export const words: Words = {
  email: {
    title: 'Dirección de correo',
    none: 'No se conoce ninguna dirección. Sin ella no se puede sustituir por correo una contraseña olvidada.',
    verified: (address) => `El correo de tu cuenta va a ${address}.`,
    unverified: (address) => `${address} aún no está confirmada.`,
    open: 'Indicar una dirección',
    change: 'Cambiar la dirección',
    field: 'Nueva dirección de correo',
    missing: 'Escribe una dirección de correo, por ejemplo nombre@example.org.',
    action: 'Enviar allí un enlace',
    sent: 'Hay un enlace en camino a esa dirección. Será tuya cuando lo sigas.',
  },
  password: {
    title: 'Contraseña',
    lead: 'Escribes tu contraseña actual y la nueva.',
    open: 'Cambiar la contraseña',
    field: 'Contraseña nueva',
    missing: 'Escribe una contraseña nueva.',
    endOthers: 'Cerrar la sesión en todos los demás sitios',
    action: 'Guardar la contraseña',
    changed: (ended) =>
      ended === 0
        ? 'Tu contraseña ha cambiado.'
        : ended === 1
          ? 'Tu contraseña ha cambiado y ha terminado otra sesión.'
          : `Tu contraseña ha cambiado y han terminado otras ${ended} sesiones.`,
  },
  now: 'Contraseña actual',
  nowMissing: 'Escribe tu contraseña actual.',
  cancel: 'Cancelar',
  busy: 'Un momento',
};
