import { exhibit, heading, type LessonWords, points, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Actualización y rotación',
  lead: 'Una vida corta limita el daño de un token robado. Un token de actualización evita tener que iniciar sesión cada 15 minutos.',
  blocks: [
    points(
      ['Token de acceso', 'Vive minutos, va a todas las API y se comprueba sin preguntar al emisor.'],
      [
        'Token de actualización',
        'Vive días, va solo al emisor y allí se canjea por un token de acceso nuevo (RFC 6749 §1.5).',
      ],
    ),
    heading('La rotación descubre al ladrón'),
    text(
      'Con rotación, cada token de actualización funciona una vez: la respuesta trae a su sucesor. Si vuelve uno viejo, dos partes tienen el mismo token y nadie puede saber cuál es el ladrón. Por eso termina la familia entera y la persona vuelve a iniciar sesión (RFC 9700 §4.14.2). Pruébalo:',
    ),
    exhibit('rotation'),
    heading('En qué fijarse'),
    points(
      [
        'Guarda solo hashes',
        'El emisor almacena el SHA-256 de un token de actualización. Así, una base de datos robada no abre ninguna sesión.',
      ],
      [
        'Cuenta con redes malas',
        'Una respuesta puede perderse por el camino, y dos pestañas pueden actualizar a la vez. Un margen de unos segundos, en el que se devuelve el mismo sucesor, evita falsas alarmas.',
      ],
      ['Ponle un final', 'Una familia tiene una hora límite, por muchas veces que se haya actualizado.'],
      [
        'Navegadores',
        'Un cliente público debe rotar sus tokens de actualización o vincularlos a una clave (RFC 9700 §2.2.2).',
      ],
    ),
  ],
};
