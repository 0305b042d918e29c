import { formatNumber } from '../../../ui/language/figures.ts';
import type { Words } from '../words.ts';

export const words: Words = {
  explained: {
    header: 'Cómo está firmado el token y de qué clase es: JSON en base64url, legible por cualquiera.',
    payload: 'Lo que dice el token: JSON en base64url, legible por cualquiera.',
    signature:
      'Hecha sobre la cabecera y el contenido con la clave del emisor. No coincide con ningún otro texto.',
    'encrypted-key': 'La clave del contenido, cifrada para el destinatario.',
    'initialisation-vector': 'Un valor aleatorio nuevo, para que contenidos iguales no se parezcan.',
    ciphertext: 'El contenido, cifrado. Hace falta la clave del destinatario para leerlo.',
    'authentication-tag': 'Muestra si se cambió el contenido o la cabecera.',
    'unprotected-header':
      'Parámetros de cabecera que la firma no cubre: cualquiera puede cambiarlos por el camino.',
    'additional-data': 'Texto protegido junto con el contenido, pero sin cifrar.',
    surplus: 'Más partes de las que tiene un token.',
  },
  partsOfToken: 'Partes del token',
  parts: { header: 'Cabecera', payload: 'Contenido' },
  roles: {
    header: 'Cabecera',
    payload: 'Contenido',
    signature: 'Firma',
    'encrypted-key': 'Clave cifrada',
    'initialisation-vector': 'Vector de inicialización',
    ciphertext: 'Texto cifrado',
    'authentication-tag': 'Etiqueta',
    'unprotected-header': 'Cabecera sin proteger',
    'additional-data': 'Datos adicionales',
    surplus: 'Sobrante',
  },
  decoded: {
    region: 'Decodificado',
    views: 'Vista',
    view: { claims: 'Explicado', json: 'JSON' },
    copy: (part) => `Copiar ${part} como JSON`,
    json: (part) => `${part} como JSON`,
    showAll: (lines) => `Mostrar las ${lines} líneas`,
    showAllMembers: (count) => `Mostrar los ${count} miembros`,
    member: 'Nombre',
    value: 'Valor',
    meaning: 'Significado',
    unregistered: 'Propio del emisor',
    duplicate: 'aparece más de una vez',
    text: (part) => `${part} como texto`,
    lossy: 'No se puede leer por completo. Lo que se puede leer:',
  },
  empty: {
    header: 'Cómo está firmado el token: el algoritmo, el tipo de token y qué clave.',
    payload: 'Qué dice el token: de quién trata, quién lo emitió, para quién y hasta cuándo.',
  },
  broken: {
    header: 'La cabecera no se pudo leer.',
    payload: 'El contenido no se pudo leer.',
  },
  encrypted: 'Cifrado: para leerlo hace falta la clave del destinatario.',
  bytes: (count) => `${formatNumber(count)} B`,
  findings: {
    place: 'Dónde',
    byte: (offset) => `byte ${offset} del token`,
    expected: 'Esperado',
    actual: 'Recibido',
    fix: 'Solución',
    note: 'Nota',
  },
  copied: 'Copiado',
  nested: {
    note: 'El contenido es otro token.',
    open: 'Abrir el token de dentro',
  },
  detached: 'El contenido no está en el token. Pégalo debajo del token para verlo aquí.',
  decrypted: 'Descifrado',
};
