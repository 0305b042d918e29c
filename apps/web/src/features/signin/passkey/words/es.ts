import type { Words } from '../words.ts';

export const words: Words = {
  signIn: 'Iniciar sesión con una clave de acceso',
  instead: 'Usar una clave de acceso',
  use: 'Usar tu clave de acceso',
  lead: (person) => `${person} tiene una clave de acceso. Tu dispositivo te pide el dedo, la cara o un PIN.`,
  none: 'No se usó ninguna clave de acceso. Inténtalo otra vez o inicia sesión de otra manera.',
};
