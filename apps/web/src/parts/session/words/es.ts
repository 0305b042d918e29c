import type { Words } from '../words.ts';

export const words: Words = {
  sends: 'El nombre y la contraseña van a',
  asksThen: 'y después se consulta esto:',
  kept: 'No se guarda ninguna cookie. La sesión termina cuando la cierras, dejas esta vista o cierras la página.',
  username: 'Nombre',
  password: 'Contraseña',
  newPassword: 'Contraseña nueva',
  newPasswordNote: 'La contraseña era de un solo uso. Elige otra.',
  code: 'Código de tu aplicación de autenticación, o uno de recuperación',
  busy: 'Iniciando sesión',
  cancel: 'Ahora no',
  failed: 'No llegó nada que se pueda leer. Inténtalo de nuevo.',
};
