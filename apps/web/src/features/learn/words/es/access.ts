import { exhibit, heading, type LessonWords, points, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Roles y atributos',
  lead: 'Un token verificado dice quién llama. Qué puede hacer es otra pregunta, con otra respuesta.',
  blocks: [
    points(
      [
        'Alcances',
        'Lo que la persona permitió hacer a la aplicación: `scope` es una lista separada por espacios (RFC 8693 §4.2). Un alcance solo puede reducir lo que la persona puede hacer.',
      ],
      [
        'Roles',
        'Lo que la persona es en la organización: `roles` (RFC 9068 §2.2.3.1). Fáciles de entender, fáciles de revisar, poco precisos.',
      ],
      [
        'Atributos',
        'Hechos que se comparan en cada petición: de qué inquilino, qué importe, a qué hora. Tan precisos como haga falta, y más difíciles de revisar.',
      ],
    ),
    text(
      'Elige quién llama y para qué. Cada vez se firma y se verifica un token en esta página, y después se consultan tres reglas.',
    ),
    exhibit('access'),
    heading('Lo que ha dado buen resultado'),
    points(
      ['Rechaza por defecto', 'Una ruta sin regla está cerrada; la que es pública lo dice expresamente.'],
      [
        'Roles en la puerta, atributos en la cosa',
        'El gateway pregunta por el alcance y el rol. El servicio pregunta si este pedido pertenece a este inquilino.',
      ],
      [
        'Pocos claims',
        'Un rol retirado hoy sigue en los tokens de ayer. Lo que deba cambiar al instante va en una base de datos, no en un token.',
      ],
    ),
  ],
};
