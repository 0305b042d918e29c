import type { Words } from '../words.ts';

export const words: Words = {
  open: 'Obtener claves de una URL',
  note: 'Un JWKS o un documento de descubrimiento. No se consulta nada antes de que hayas visto la dirección entera y pulsado su botón.',
  address: 'Dirección de un conjunto de claves o de un documento de descubrimiento',
  placeholder: 'https://…/.well-known/openid-configuration',
  look: 'Ver la petición',
  fromToken: 'Del token',
  suggestion: {
    iss: 'El documento de descubrimiento del emisor, según el iss del token. Cualquiera puede escribir cualquier iss: consúltalo solo si lo conoces.',
    jku: 'El propio token indica esta dirección (jku); la eligió quien escribió el token.',
  },
  frame: 'La petición, antes de enviarse',
  fault: {
    none: 'Indica una dirección.',
    'too-long': 'Esta dirección es más larga que cualquiera que lleve a claves.',
    'no-address': 'Esto no es una dirección. Una dirección empieza por https://.',
    'not-https': 'Las claves se obtienen por https, o desde localhost.',
    credentials: 'La dirección lleva un nombre o una contraseña. Las claves son públicas: quítalos.',
  },
  notReady:
    'No se pudo abrir el documento que consulta otros servidores: esta página está sin conexión, o su servidor no le permite mostrarlo (frame-src). Consulta tú la dirección y pega la respuesta en el campo de la clave:',
  fetched: (from, at) => `Claves de ${from}, obtenidas a las ${at}.`,
  via: (document) => `La dirección figura en ${document}.`,
};
