import { exhibit, heading, type LessonWords, steps, table, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Revocación',
  lead: 'Una firma no se puede retirar. Así que quien decide debe enterarse del final de otra manera.',
  blocks: [
    table(
      'Formas de terminar un token antes de tiempo',
      ['Forma', 'Surte efecto', 'Cuesta', 'Sirve para'],
      [
        ['Vida corta', 'En unos minutos', 'Nada', 'Cualquier sistema; la base de todas las demás formas'],
        [
          'Terminar el token de actualización (RFC 7009 §2)',
          'Cuando caduque el token de acceso',
          'Una llamada al emisor',
          'Cerrar sesión en una aplicación',
        ],
        [
          'Una lista de sesiones terminadas, enviada a cada gateway',
          'En segundos o menos',
          'Memoria, y un canal que no pierda entradas',
          'Cerrar sesión con certeza, tokens robados',
        ],
        [
          'Introspección (RFC 7662 §2)',
          'Al instante',
          'Una pregunta al emisor en cada petición',
          'Pocas peticiones con mucho en juego',
        ],
        [
          'Cambiar la clave de firma',
          'Cuando los verificadores vuelvan a leer las claves',
          'Termina todos los tokens de la clave',
          'Una clave de firma robada, nada más',
        ],
      ],
    ),
    heading('Una lista bien hecha'),
    steps(
      [
        'Nombra la sesión, no solo el token',
        'Con `sid` en cada token, una entrada termina todos los tokens de la sesión, también los que no has visto.',
      ],
      [
        'Numera las entradas',
        'Un gateway que se perdió la número 41 lo nota en la 42 y vuelve a preguntar. Un mensaje perdido no debe devolver la vida a un token.',
      ],
      [
        'Olvida a tiempo',
        'Una entrada puede borrarse cuando el último token al que afecta haya caducado por sí mismo.',
      ],
      [
        'Ante la duda, cierra',
        'Un gateway que no conoce la lista no sabe a quién rechazar: debe rechazar, o decir bien alto que no lo hace.',
      ],
    ),
    text('El token de abajo lleva `sid` y `jti`, los dos nombres por los que se puede terminar.'),
    exhibit('anatomy'),
  ],
};
