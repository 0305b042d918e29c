import type { Unfinished } from '../../../../ui/language/translation.ts';
import type { Words } from '../words.ts';

const parts: Readonly<Record<string, string>> = { header: 'La cabecera', payload: 'El contenido' };
const part = (name: string): string => parts[name] ?? name;

export const words: Unfinished<Words> = {
  page: 'Crear un token',
  verdict: 'Estado del nuevo token',
  made: {
    signed: {
      word: 'Firmado',
      reason: 'Un token nuevo con la clave de abajo. Ábrelo en Examinar para verlo verificado.',
    },
    nested: {
      word: 'Firmado y cifrado',
      reason:
        'Un token nuevo para el destinatario de abajo. Ábrelo en Examinar para verlo descifrado y verificado.',
    },
    encrypted: {
      word: 'Cifrado',
      reason:
        'Claims para el destinatario de abajo. Nadie los firmó: quien tenga la clave pública podría escribirlos.',
    },
    'sd-jwt': {
      word: 'Firmado',
      reason:
        'Un SD-JWT nuevo con todas sus divulgaciones, para su titular. Ábrelo en Examinar para verlo verificado.',
    },
  },
  notMade: 'No creado',
  making: { word: 'Creando', reason: 'Se está escribiendo el token.' },
  output: {
    title: 'Qué crear',
    names: { signed: 'Firmado', nested: 'Anidado', encrypted: 'Cifrado', 'sd-jwt': 'SD-JWT' },
    notes: {
      signed: 'Cualquiera puede leerlo; nadie puede cambiarlo (JWS).',
      nested: 'Firmado y luego cifrado: solo el destinatario puede leerlo (JWE alrededor de un JWT).',
      encrypted: 'Solo el destinatario puede leerlo; nadie lo firmó (JWE).',
      'sd-jwt': 'Firmado; su titular elige qué claims muestra (RFC 9901).',
    },
  },
  compact: 'Quitar espacios',
  presets: 'Empezar con',
  preset: {
    'access-token': 'Token de acceso',
    'id-token': 'Token de ID',
    'client-assertion': 'Aserción de cliente',
    'logout-token': 'Token de cierre de sesión',
    'dpop-proof': 'Prueba DPoP',
    credential: 'Credencial (SD-JWT)',
  },
  header: { title: 'Cabecera', label: 'Cabecera como JSON' },
  payload: { title: 'Contenido', label: 'Contenido como JSON' },
  placeholder: 'Un objeto JSON',
  form: {
    views: { header: 'Cómo editar la cabecera', payload: 'Cómo editar el contenido' },
    view: { text: 'Texto', form: 'Formulario' },
    fields: { header: 'Parámetros de la cabecera', payload: 'Claims del contenido' },
    asText: 'Editar como texto',
    more: (count) => `${count} más. Tantos se editan mejor como texto.`,
    fixed: 'Se elige junto a la clave.',
    kindOf: (name) => `Tipo de ${name}`,
    kinds: {
      text: 'Texto',
      number: 'Número',
      time: 'Fecha',
      boolean: 'Sí o no',
      list: 'Lista',
      json: 'JSON',
    },
    remove: (name) => `Quitar ${name}`,
    step: { 0: 'Ahora', 900: '+15 min', 3600: '+1 h', 86400: '+1 día' },
    addItem: 'Añadir un valor',
    addItemTo: (name) => `Añadir un valor a ${name}`,
    add: { header: 'Añadir un parámetro', payload: 'Añadir un claim' },
    addPlaceholder: {
      header: 'Añadir un parámetro por nombre o significado',
      payload: 'Añadir un claim por nombre o significado',
    },
    addButton: 'Añadir',
    noNumber: 'Esto no es un número como los escribe JSON.',
    noJson: (sentence) => `Esto no es JSON: ${sentence}`,
    twice: (name) => `«${name}» aparece dos veces.`,
  },
  times: 'Fijar tiempos',
  time: {
    issued: 'Emitido ahora',
    quarter: 'Caduca +15 min',
    hour: 'Caduca +1 h',
    early: 'Válido desde +5 min',
  },
  proof: { accessToken: 'Acompaña al token de acceso', bind: 'Fijar ath' },
  key: {
    withThisKey: 'Con esta clave',
    withNewKey: 'Con una clave nueva',
    placeholder: 'JWK privado, PEM (PKCS#8, PKCS#1, SEC1) o secreto',
    privateForm: 'Cómo escribir la clave privada',
    publicForm: 'Cómo escribir la clave pública',
    encoding: 'El secreto es',
    encodings: { utf8: 'Texto', base64: 'Base64', base64url: 'Base64url', hex: 'Hex' },
    savePrivate: 'Guardar la clave privada en un archivo',
    saveSecret: 'Guardar el secreto en un archivo',
    savePublic: 'Guardar la clave pública en un archivo',
    privateNote: 'Se queda en esta página y no se guarda: cópiala si vas a necesitarla.',
    title: 'Clave de firma',
    algorithm: 'Algoritmo',
    generate: 'Generar una clave nueva',
    privateLabel: 'Clave privada o secreto',
    copyPrivate: 'Copiar la clave privada',
    copySecret: 'Copiar el secreto',
    publicTitle: 'Mitad pública',
    copyPublic: 'Copiar la clave pública',
    secretNote: 'Un secreto compartido no tiene mitad pública: quien verifica con él también puede firmar.',
  },
  recipient: {
    title: 'Destinatario',
    algorithm: 'Cifrado de la clave',
    encryption: 'Contenido',
    curve: 'Curva',
    label: 'Clave del destinatario',
    placeholder: 'JWK o PEM público, secreto o contraseña',
    note: 'Solo la mitad pública cifra; la privada lo abre en Examinar.',
    generate: 'Generar una clave de prueba',
    publicTitle: 'Mitad pública del destinatario',
  },
  disclosure: {
    title: 'Divulgación selectiva',
    count: (chosen) => (chosen === 1 ? '1 claim' : `${chosen} claims`),
    note: 'Lo marcado está en el token solo como resumen. El titular lo muestra o se lo reserva.',
    made: 'Divulgaciones: sal, nombre y valor',
  },
  token: {
    title: 'Nuevo token',
    copy: 'Copiar el nuevo token',
    waiting: 'El token aparece aquí en cuanto se pueden leer todas sus partes.',
    open: 'Abrir en Examinar',
  },
  copied: 'Copiado',
  problems: {
    noAlgorithm: 'ningún algoritmo',
    lacking: (algorithm) =>
      `Este navegador no admite ${algorithm}. Crea la clave con «signet key generate --alg ${algorithm}» y firma con «signet token sign».`,
    encoding: 'El secreto no está escrito en la codificación elegida al lado.',
    keySet: 'Da una sola clave, no un conjunto.',
    json: (name, sentence) => `${part(name)} no es JSON: ${sentence}`,
    object: (name) => `${part(name)} no es un objeto JSON.`,
    duplicate: (name, member) => `«${member}» aparece dos veces. Dónde: ${part(name).toLowerCase()}.`,
    algorithm: (named, key) =>
      `La cabecera indica ${named}; la clave es para ${key}. Elige el algoritmo junto a la clave.`,
  },
};
