import { exhibit, heading, type LessonWords, points, steps } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Gateways',
  lead: 'Una puerta delante de muchos servicios: los tokens se comprueban una vez, de una manera, y se registran en un solo lugar.',
  blocks: [
    steps(
      [
        'Buscar la ruta',
        'Encuentra la regla para el método y la ruta, en una sola forma canónica. Lo que no tiene regla se rechaza.',
      ],
      [
        'Tomar el token',
        'De la cabecera `Authorization`. Dos tokens en una petición se rechazan: decidir cuál cuenta sería adivinar (RFC 6750 §2).',
      ],
      ['Verificar', 'Firma con un algoritmo fijado, emisor, destinatario, tiempos (RFC 8725 §3).'],
      ['Consultar la revocación', 'En una lista que se tiene a mano, sin llamada por la red.'],
      [
        'Autorizar',
        '¿Tiene quien llama el alcance y el rol que pide esta ruta? 401 significa «¿quién eres?»; 403 significa «tú no» (RFC 6750 §3.1).',
      ],
      [
        'Reenviar',
        'Dile al servicio quién llama, en una cabecera como `x-user-id`, y quita lo que el cliente haya escrito por su cuenta en esas cabeceras.',
      ],
    ),
    heading('Lo que un gateway no te quita'),
    points(
      [
        '¿De quién es el pedido?',
        'El gateway sabe que puedes leer pedidos. Solo el servicio sabe si el pedido 42 es tuyo.',
      ],
      [
        'El camino de atrás',
        'Si se puede llegar a un servicio sin pasar por el gateway, sus cabeceras se pueden inventar. Cierra ese camino, o haz que el servicio verifique un token de contexto firmado.',
      ],
      [
        'El destinatario',
        'El token de abajo es para `https://api.example/orders`. Un gateway delante de las nóminas debe rechazarlo.',
      ],
    ),
    exhibit('anatomy'),
  ],
};
