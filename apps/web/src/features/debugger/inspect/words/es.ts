import { formatNumber } from '../../../../ui/language/figures.ts';
import type { Words } from '../words.ts';

const halves: Readonly<Record<string, string>> = { private: 'privada', public: 'pública' };

export const words: Words = {
  page: 'Depurador de JWT',
  intro: {
    what: 'Signet lee, verifica y firma JSON Web Tokens en tu navegador.',
    sample: 'Esto es un ejemplo: pega el tuyo en cualquier parte.',
    empty: 'Pega un token en cualquier parte o suelta un archivo.',
  },
  samples: {
    groups: {
      algorithms: 'Algoritmos',
      kinds: 'Tipos',
      faults: 'Qué sale mal',
    },
    names: {
      ES256: 'ES256',
      RS256: 'RS256',
      PS256: 'PS256',
      EdDSA: 'EdDSA',
      HS256: 'HS256',
      'access-token': 'Token de acceso',
      'id-token': 'Token de ID',
      'dpop-proof': 'Prueba DPoP',
      'sd-jwt': 'SD-JWT',
      encrypted: 'Cifrado (JWE)',
      expired: 'Caducado',
      'other-key': 'Firmado con otra clave',
      'quoted-secret': 'Comillas alrededor del secreto',
      unsigned: 'Sin firmar (alg: none)',
    },
  },
  verdict: 'Veredicto',
  verdicts: {
    empty: 'Pega un token para leerlo, o prueba un ejemplo.',
    noKey: 'La firma aún no se ha comprobado. Indica la clave para verificarla.',
    keyUnreadable: 'La firma no se ha comprobado: la clave no se puede leer.',
    notChecked: (what) => `Sin comprobar: ${what.join(', ')}.`,
    unchecked: {
      issuer: 'emisor',
      audience: 'destinatario',
      client: 'cliente',
      method: 'método de la petición (htm)',
      url: 'dirección de la petición (htu)',
      accessToken: 'token de acceso con el que llegó (ath)',
      expiry: 'caducidad, que el token no tiene',
    },
    giveKey: 'Dar la clave',
    checking: 'Comprobando la firma.',
    matches: (algorithm, kid) =>
      kid === undefined
        ? `La firma corresponde a la clave ${algorithm} que indicaste.`
        : `La firma corresponde a la clave ${algorithm} «${kid}» que indicaste.`,
    matchesOwn: (algorithm) => `La firma coincide con la clave ${algorithm} dentro de la prueba.`,
    ofNoRequest: 'Aún no se ha comprobado para qué petición se hizo la prueba.',
    nameRequest: 'Indicar la petición',
    matchesLinked: 'La firma corresponde a la clave del enlace. La eligió quien creó el enlace.',
    matchesNamed: (address) =>
      `La firma coincide con una clave de ${address}. El propio token llevó hasta allí; quien escribió el token eligió esa dirección.`,
    signatureRight: 'Su firma corresponde a la clave que indicaste.',
    signatureRightOwn: 'Su firma coincide con la clave que lleva dentro.',
    signatureUnchecked: 'Su firma no se ha comprobado.',
  },
  copied: 'Copiado',
  token: {
    title: 'Token',
    label: 'Token: pega un JSON Web Token',
    placeholder: 'Pega aquí un token. Un «Bearer» delante, comillas y saltos de línea no molestan.',
    copy: 'Copiar el token',
    clear: 'Vaciar token y clave',
    edit: 'Editar y firmar',
    compare: 'Comparar',
    samples: 'Ejemplos',
    sample: 'Probar un ejemplo',
    file: 'Abrir un token desde un archivo',
    foot: 'Se lee y verifica en esta página mientras pegas o escribes.',
    removed: (what) => `Quitado alrededor del token: ${what.join(', ')}.`,
  },
  key: {
    title: 'Clave',
    label: 'Clave: secreto, PEM, JWK o JWKS',
    placeholder: 'Secreto, PEM, JWK o JWKS',
    hint: 'Una clave pública o el secreto compartido. Se queda en esta página.',
    encoding: 'El secreto es',
    encodings: { utf8: 'Texto', base64: 'Base64', base64url: 'Base64url', hex: 'Hex' },
    copy: 'Copiar la clave',
    file: 'Abrir una clave desde un archivo',
    copyThumbprint: 'Copiar la huella (RFC 7638)',
    thumbprint: 'Huella',
    unnamed: 'sin kid',
    matched: 'corresponde',
    keysOfSet: 'Claves del conjunto',
    certificate: (subject, validity) =>
      `Certificado de ${subject}, ${validity}. El certificado en sí no está verificado.`,
    notInEncoding: {
      sentence: (encoding) => `El secreto no está escrito en ${encoding}.`,
      fix: 'Elige cómo está escrito el secreto.',
    },
    otherName: {
      sentence: 'La clave tiene un nombre distinto del que pide el token.',
      fix: 'Que el emisor publique la clave con el nombre que figura en el token.',
    },
    secret: 'Un secreto compartido. Quien puede verificar con él también puede firmar.',
    set: (keys) =>
      keys === 1 ? 'Un conjunto con 1 clave utilizable.' : `Un conjunto con ${keys} claves utilizables.`,
    described: (half, form, algorithms) =>
      half === 'private'
        ? `Una clave privada (${form}) para ${algorithms.join(', ')}. Solo se usa su mitad pública.`
        : `Una clave ${halves[half] ?? half} (${form}) para ${algorithms.join(', ')}.`,
  },
  findings: {
    title: 'Hallazgos',
    none: 'Nada que corregir.',
    empty: 'Aquí aparece lo que es erróneo o arriesgado en el token, con una forma de corregirlo.',
    count: (count) => (count === 1 ? '1 hallazgo' : `${count} hallazgos`),
  },
  time: {
    title: 'Cuándo se comprueba el token',
    at: 'Comprobar el token a las',
    now: 'Ahora',
    skew: 'Los relojes pueden diferir en',
    seconds: (seconds) => (seconds < 60 ? `${seconds} s` : `${seconds / 60} min`),
    checkedNow: 'Comprobado ahora',
    checkedAt: (at) => `Comprobado: ${at}`,
    note: 'En tu zona horaria. El veredicto y cada «dentro de 5 min» se ajustan.',
  },
  share: {
    open: 'Compartir un enlace',
    title: 'Compartir un enlace a este token',
    warning:
      'Quien tiene el enlace tiene el token, y puede usarlo hasta que caduque. Comparte tokens de pruebas, no de personas.',
    token: 'El token entero va en el enlace, detrás del #, que los navegadores no envían a los servidores.',
    noKey: 'No va ninguna clave.',
    publicKey: 'La clave pública va con él.',
    privateStays: 'Solo va la mitad pública de la clave; la clave privada se queda aquí.',
    secretStays: 'La clave se queda aquí: es un secreto.',
    close: 'Ahora no',
    copy: 'Copiar el enlace',
    received: 'El token y la clave llegaron con un enlace.',
    named: (address) => `El propio token llevó hasta la clave, en ${address}.`,
    trust: 'Conozco esta clave',
    trustAddress: 'Conozco esta dirección',
  },
  diagnosis: {
    title: 'Por qué no corresponde',
    searching: 'Probando los errores habituales.',
    tooLong: 'El token es demasiado largo para probarlo todo. Comprueba la clave misma.',
    found: (tried, causes) =>
      `${formatNumber(tried)} combinaciones probadas, ${causes === 1 ? 'una causa encontrada' : `${causes} causas encontradas`}.`,
    nothing: (tried) =>
      `${formatNumber(tried)} combinaciones probadas: otras grafías de la clave, otros algoritmos, otras formas de la firma. Ninguna corresponde; o es otra clave, o el token fue modificado.`,
    certainty: { proven: 'Probado.', hint: 'Probable.' },
    otherReading: {
      sentence: 'La firma es correcta, pero la clave se lee de otra manera que al firmar.',
      fix: 'Leer la clave como se pretendía.',
    },
  },
  mends: {
    secret: {
      asItIs: '',
      withoutLineBreak: 'sin su salto de línea',
      trimmed: 'sin los espacios que lo rodean',
      withoutMark: 'sin su marca de orden de bytes',
      unquoted: 'sin sus comillas',
      withLineBreak: 'con un salto de línea al final',
      withWindowsLineBreak: 'con un salto de línea de Windows al final',
      unescaped: 'con \\n como saltos de línea',
      percentDecoded: 'sin su codificación por ciento',
    },
    label: (change, encoding) => {
      const reading = {
        utf8: 'como texto',
        base64: 'como base64',
        base64url: 'como base64url',
        hex: 'como hex',
        '': '',
      };
      if (change === '') return `Leerlo ${reading[encoding]}`;
      return `Usar el secreto ${[change, reading[encoding]].filter((part) => part !== '').join(', ')}`;
    },
    useKey: (name) => `Usar la clave «${name}»`,
    withoutMarks: 'Probarla sin sus marcas',
    publicHalf: 'Conservar solo la mitad pública',
    applied: (label) => `Hecho: ${label}.`,
    undo: 'Deshacer',
  },
  ends: 'Caduca',
  ended: 'Caducó',
};
