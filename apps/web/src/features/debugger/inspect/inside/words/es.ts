import type { Words } from '../words.ts';

export const words: Words = {
  decrypted: {
    word: 'Descifrado',
    reason: (algorithm, encryption) =>
      `Descifrado con la clave que diste (${algorithm}, ${encryption}). Eso muestra quién puede leerlo, no quién lo escribió.`,
    nested: (algorithm, encryption) =>
      `Descifrado con la clave que diste (${algorithm}, ${encryption}). Dentro hay otro token: ábrelo para verificar su firma.`,
    waiting: 'El token está cifrado. Da la clave de su destinatario para leerlo.',
    keyUnreadable: 'El token no se ha descifrado: la clave no se puede leer.',
  },
  nested: {
    opened: 'abierto el token de dentro',
  },
  detached: {
    title: 'Contenido de la firma separada',
    label: 'Contenido: lo que cubre la firma separada',
    placeholder: 'El contenido mismo, o su base64url',
    note: 'Este token deja fuera su contenido (RFC 7515, apéndice F). Pégalo aquí para comprobar la firma.',
    waiting: 'El contenido está en otro lugar. Pégalo para comprobar la firma.',
    file: 'Abrir el contenido de un archivo',
  },
  found: 'Token del texto pegado que se examina',
  several: {
    label: 'Firma que se mira',
    other: (index) => `Mira la firma ${index}: esa coincide con la clave.`,
    choice: (index, count) => `Firma ${index} de ${count}`,
    recipient: (index, count) => `Destinatario ${index} de ${count}`,
  },
  sdJwt: {
    title: 'Divulgación selectiva',
    count: (disclosed, held) => `${disclosed} divulgados, ${held} retenidos`,
    unread:
      'La firma coincide, pero lo que sigue al token no se ha leído: puede ser demasiado largo o no ser divulgaciones.',
    held: 'Los claims retenidos y los señuelos se ven iguales: son resúmenes sin divulgación.',
    place: 'Claim',
    value: 'Valor',
    digest: 'Resumen',
    none: 'No se divulga nada más que lo que dice el propio token del emisor.',
    unplaced: 'no está en ninguna parte',
    claims: 'Claims tal como los ve un verificador',
    showAll: (lines) => `Mostrar las ${lines} líneas`,
    copyClaims: 'Copiar los claims como JSON',
    binding: {
      title: 'Vinculación de clave',
      none: 'Sin token de vinculación de clave: nada muestra que quien lo envía sea su titular.',
      right: 'sd_hash corresponde a lo que se presenta.',
      wrong: 'sd_hash no corresponde: el token se hizo para otra presentación.',
      missing: 'El token de vinculación de clave no tiene sd_hash.',
      signed: 'Su firma coincide con la clave de cnf.',
      unsigned: 'Su firma no coincide con la clave de cnf.',
      unchecked: 'Su firma no se ha comprobado: el token no nombra ninguna clave en cnf.',
      open: 'Abrir el token de vinculación de clave',
    },
  },
};
