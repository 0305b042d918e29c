import type { Words } from '../words.ts';

const sides = { first: 'primer', second: 'segundo' } as const;

function list(names: readonly string[]): string {
  const most = 6;
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} y ${names.length - most} más` : shown;
}

export const words: Words = {
  page: 'Comparar dos tokens',
  verdict: 'Resultado de la comparación',
  state: {
    waiting: 'Comparar',
    same: 'Iguales',
    different: 'Distintos',
    unreadable: 'Sin comparar',
    warning: 'Mira con atención',
  },
  conclusions: {
    empty: 'Pega dos tokens para ver en qué difieren, o prueba un ejemplo.',
    oneSided: (missing) => `Pega el ${sides[missing]} token para compararlo.`,
    unreadable: (which, why) => `El ${sides[which]} token no se puede leer. ${why}`,
    notAToken: 'No es un JSON Web Token.',
    identical: 'Los dos textos son iguales, carácter por carácter.',
    sameContent: 'Cabecera y contenido dicen lo mismo; solo difieren las firmas.',
    rewritten: 'Ambos dicen lo mismo, pero escrito de otra manera: orden, espacios o escapes.',
    reissued: (names) => `La misma declaración emitida en otro momento: solo difieren ${list(names)}.`,
    differ: (names) =>
      names.length === 1 ? `Solo difiere ${list(names)}.` : `${names.length} difieren: ${list(names)}.`,
    sameSignature: (names) => {
      const named = names.length === 0 ? 'los textos' : list(names);
      return `Las firmas son iguales aunque difieren ${named}: como mucho uno de los tokens se firmó así.`;
    },
    encrypted: (names) =>
      names.length === 0
        ? 'Las cabeceras dicen lo mismo. El interior está cifrado y no se compara.'
        : `Las cabeceras difieren en ${list(names)}. El interior está cifrado y no se compara.`,
  },
  token: {
    title: { first: 'Primer token', second: 'Segundo token' },
    label: { first: 'Primer token que comparar', second: 'Segundo token que comparar' },
    placeholder: {
      first: 'Pega un token, por ejemplo el que funciona.',
      second: 'Pega el otro, por ejemplo el rechazado.',
    },
    take: 'De Examinar',
    file: {
      first: 'Abrir el primer token desde un archivo',
      second: 'Abrir el segundo token desde un archivo',
    },
    clear: { first: 'Vaciar el primer token', second: 'Vaciar el segundo token' },
    foot: 'Se lee en esta página. Aquí no se verifica nada.',
    removed: (what) => `Quitado alrededor del token: ${what.join(', ')}.`,
  },
  swap: 'Intercambiar',
  sample: 'Probar un ejemplo',
  show: 'Qué mostrar',
  shown: { all: 'Todo', differences: 'Solo diferencias' },
  parts: { header: 'Cabecera', payload: 'Contenido', rest: 'Firma', encrypted: 'Partes cifradas' },
  count: (differences) => {
    if (differences === 0) return 'ninguna diferencia';
    return differences === 1 ? '1 diferencia' : `${differences} diferencias`;
  },
  columns: { name: 'Nombre', state: 'Estado', first: 'Primero', second: 'Segundo' },
  kinds: {
    same: 'igual',
    changed: 'cambiado',
    'only-first': 'solo en el primero',
    'only-second': 'solo en el segundo',
  },
  whole: 'como texto',
  again: 'y de nuevo',
  absent: 'no está',
  later: (span) => `${span} después`,
  earlier: (span) => `${span} antes`,
  nothingDiffers: 'Aquí no difiere nada.',
  noMembers: 'Ninguno de los dos lo tiene.',
  showAll: (count) => `Mostrar las ${count} filas`,
  empty: {
    title: 'Para qué sirve comparar',
    text: 'Por qué se acepta un token y otro no; qué cambió una renovación; si alguien alteró un token. Cada parámetro de cabecera y cada claim está junto a su par, los números hasta la última cifra, los tiempos en palabras.',
  },
  roles: {
    header: 'cabecera',
    payload: 'contenido',
    signature: 'firma',
    'encrypted-key': 'clave cifrada',
    'initialisation-vector': 'vector de inicialización',
    ciphertext: 'texto cifrado',
    'authentication-tag': 'etiqueta',
    'unprotected-header': 'cabecera no protegida',
    'additional-data': 'datos adicionales',
    surplus: 'sobrante',
  },
};
