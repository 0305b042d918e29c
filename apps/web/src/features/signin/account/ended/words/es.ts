import type { Words } from '../words.ts';

export const words: Words = {
  title: '¿Por qué se cerró mi sesión?',
  lead: 'Tus sesiones que terminaron en el último día.',
  action: 'Mostrarlas',
  none: 'Ninguna de tus sesiones ha terminado en el último día.',
  causes: {
    logout: 'Cerraste la sesión en este dispositivo.',
    ended_elsewhere: 'La cerraste desde otro dispositivo.',
    account_deleted: 'La cuenta se eliminó.',
    refresh_token_reused:
      'Su inicio de sesión se usó por segunda vez: fue copiado, o el dispositivo guardaba uno antiguo. Si no sabes por qué, cambia tu contraseña.',
    code_reused: 'Un inicio de sesión para una aplicación se usó por segunda vez.',
    administrator: 'La terminó quien administra este Signet.',
    account_disabled: 'La cuenta se desactivó.',
    password_changed: 'Se cambió tu contraseña.',
    client_removed: 'La aplicación se eliminó.',
    consent_withdrawn: 'Le quitaste el acceso a la app.',
    organization_left: 'Dejaste la organización.',
    organization_disabled: 'La organización se cerró.',
    revoked_by_client: 'La aplicación devolvió su acceso.',
    expired: 'Duró tanto como puede durar una sesión.',
    unused: 'No se usó durante demasiado tiempo.',
  },
};
