import type { Words } from '../words.ts';

export const words: Words = {
  product: 'Signet',
  pagesLabel: 'Páginas',
  pages: { debugger: 'Depurador', learn: 'Aprender', libraries: 'Bibliotecas', errors: 'Errores' },
  skip: {
    debugger: 'Ir al token',
    learn: 'Ir a la lección',
    libraries: 'Saltar a las bibliotecas',
    errors: 'Saltar a los códigos',
  },
  privacy: 'Nada sale de esta página',
  privacyHint:
    'Los tokens y las claves se leen en el navegador. La página no envía ninguna petición después de cargarse.',
  asks: 'Solo pregunta lo que apruebas',
  asksHint:
    'Lo que se envía desde aquí sale solo cuando pulsas su botón, y la dirección se muestra antes. Los tokens y las claves se leen en tu navegador.',
  language: 'Idioma',
  theme: 'Tema',
  themes: { light: 'Claro', auto: 'Sistema', dark: 'Oscuro' },
};
