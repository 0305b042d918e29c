import type { Words } from '../words.ts';

export const words: Words = {
  asks: {
    typed: 'Al pulsar se piden a esta dirección sus claves, y nada más:',
    iss: 'Al pulsar se piden a esta dirección sus claves, y nada más. El iss del token lleva hasta ella:',
    jku: 'Al pulsar se piden a esta dirección sus claves, y nada más. El propio token indica esta dirección; la eligió quien escribió el token:',
    discovery: (host) =>
      `${host} ha respondido con un documento de descubrimiento. Según él, las claves están aquí:`,
  },
  learns: (host) =>
    `${host} conoce tu dirección de red y que alguien pregunta. El token y la clave se quedan en la página; no se envía ninguna cookie ni referente.`,
  otherHost: (host) => `Este servidor no es el mismo que lo indicó. Consúltalo solo si conoces ${host}.`,
  otherIssuer: (issuer) =>
    `El documento habla en nombre de otro emisor, ${issuer}. Un verificador lo rechazaría (OpenID Connect Discovery 1.0 §4.3).`,
  fetch: (host) => `Obtener de ${host}`,
  asking: (host) => `Consultando ${host}.`,
  cancel: 'Cancelar',
  again: 'Volver a consultar',
  done: 'Las claves están en el campo de la clave.',
  instead: 'O consúltala tú y pega la respuesta en el campo de la clave:',
  inTwoSteps: {
    document: 'O consúltala tú, en dos pasos. La respuesta trae la dirección de las claves, en jwks_uri:',
    keys: 'Consulta esa dirección en lugar de JWKS_URI y pega su respuesta en el campo de la clave:',
  },
  addressFault: {
    none: 'No hay dirección.',
    'too-long': 'La dirección es más larga que cualquiera que lleve a claves.',
    'no-address': 'Esto no es una dirección.',
    'not-https':
      'Las claves se obtienen por https, o desde este equipo: en una línea abierta cualquiera podría poner claves suyas.',
    credentials: 'La dirección lleva un nombre o una contraseña. Las claves son públicas: quítalos.',
  },
  failure: {
    withheld:
      'Ninguna respuesta que esta página pueda leer. O nadie responde allí, o el servidor no deja que páginas de otros sitios lean sus claves (no envía Access-Control-Allow-Origin).',
    offline: 'Este navegador está sin conexión. Conéctate y vuelve a consultar.',
    timeout: 'No llegó una respuesta completa en 10 segundos.',
    cancelled: 'Cancelado. No se ha tomado nada.',
    redirect: 'La dirección remite a otra, que no se ha consultado. Consulta la dirección a la que lleva.',
    'too-large': 'La respuesta ocupa más de 256 KiB; ningún conjunto de claves llega a tanto.',
    'not-text': 'La respuesta no es texto.',
    policy:
      'El servidor de esta página no le permite consultar otros servidores (lo prohíbe su Content Security Policy).',
  },
  status: (status) =>
    status === 404
      ? 'No hay nada en esta dirección (404). Revisa su ruta; un documento de descubrimiento termina en /.well-known/openid-configuration.'
      : `El servidor respondió ${status}, no con claves.`,
  answerFault: {
    'web-page': 'Llegó una página web donde se esperaban claves. Revisa la dirección.',
    'not-json': 'La respuesta no es JSON. Revisa la dirección.',
    'not-keys': 'La respuesta es JSON, pero no contiene claves ni dice dónde están (sin keys, sin jwks_uri).',
    'keys-elsewhere':
      'El documento de descubrimiento no indica para sus claves ninguna dirección que se pueda consultar: hace falta https.',
  },
};
