import type { Unfinished } from '../../../../ui/language/translation.ts';
import type { Words } from '../words.ts';

const parts: Readonly<Record<string, string>> = { header: 'La cabecera', payload: 'El contenido' };
const part = (name: string): string => parts[name] ?? name;

export const words: Unfinished<Words> = {
  verdict: 'Estado del nuevo token',
  presets: 'Empezar con',
  preset: {
    'access-token': 'Token de acceso',
    'id-token': 'Token de ID',
    'client-assertion': 'Aserción de cliente',
    'logout-token': 'Token de cierre de sesión',
  },
  header: { title: 'Cabecera', label: 'Cabecera como JSON' },
  payload: { title: 'Contenido', label: 'Contenido como JSON' },
  placeholder: 'Un objeto JSON',
  times: 'Fijar tiempos',
  time: {
    issued: 'Emitido ahora',
    quarter: 'Caduca +15 min',
    hour: 'Caduca +1 h',
    early: 'Válido desde +5 min',
  },
  key: {
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
  token: {
    open: 'Abrir en Examinar',
  },
  copied: 'Copiado',
  problems: {
    json: (name, sentence) => `${part(name)} no es JSON: ${sentence}`,
    object: (name) => `${part(name)} no es un objeto JSON.`,
    duplicate: (name, member) => `«${member}» aparece dos veces. Dónde: ${part(name).toLowerCase()}.`,
    algorithm: (named, key) =>
      `La cabecera indica ${named}; la clave es para ${key}. Elige el algoritmo junto a la clave.`,
  },
};
