import type { Words } from '../words.ts';

export const words: Words = {
  progress: (stop, stops) => `${stop} de ${stops}`,
  next: 'Siguiente',
  back: 'Atrás',
  done: 'Listo',
  end: 'Terminar la visita',
  stops: {
    token: {
      title: 'El token',
      text: 'Un JSON Web Token tal como viaja: tres partes entre puntos, cada una con su color. Pega uno aquí, con lo que tenga alrededor.',
    },
    header: {
      title: 'La cabecera',
      text: 'Cómo está firmado el token y con qué clave. Nadie responde aún de esto: se lee, no se cree.',
    },
    payload: {
      title: 'El contenido',
      text: 'Lo que dice el emisor: de quién, para quién y hasta cuándo. Está codificado, no cifrado; quien tiene el token puede leerlo.',
    },
    key: {
      title: 'La clave',
      text: 'Indica la clave pública o el secreto compartido, y la firma se comprueba con ella. Se queda en esta página.',
    },
    verdict: {
      title: 'El veredicto',
      text: 'Si se puede creer este token, en una línea siempre a la vista. «Verificado» solo se dice de los bytes pegados y de una clave que indicaste.',
    },
    findings: {
      title: 'Los hallazgos',
      text: 'Lo que es erróneo o imprudente, lo peor primero, cada cosa con su solución. Si una firma no corresponde, aquí se prueban los errores habituales.',
    },
  },
};
