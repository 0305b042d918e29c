import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Verificar esto en tu código',
  stacks: 'Escribirlo para',
  form: 'Lo que espera tu servicio',
  hint: 'Rellenado a partir del token, que dice lo que quiere: escribe lo que tu servicio debe exigir.',
  algorithm: 'Firmado con (alg)',
  issuer: 'Emisor (iss)',
  audience: 'Destinatario (aud)',
  type: 'Tipo (typ)',
  anyType: 'no se mira',
  source: 'Claves de',
  sources: { jwks: 'Un conjunto de claves (JWKS)', pem: 'Un archivo con una clave pública' },
  url: 'Dirección del conjunto de claves',
  guessed:
    'Deducida del emisor. La correcta está en su documento de descubrimiento; aquí no se descarga nada.',
  path: 'Archivo con la clave pública (PEM)',
  variable: 'Variable de entorno con el secreto',
  never: 'Ni la clave ni el secreto entran en el código.',
  install: 'Instalar',
  copyInstall: 'Copiar el comando',
  copy: 'Copiar el código',
  code: (file) => `Código de ${file}`,
  look: 'Aspecto del código',
  looks: { marked: 'Marcado', plain: 'Simple' },
  proofs: { run: 'Ejecutado en pruebas.', parsed: 'No ejecutado.' },
  skew: (seconds) =>
    seconds === 0
      ? 'Los relojes deben coincidir al segundo; elige una tolerancia junto al veredicto.'
      : `Los relojes pueden diferir ${seconds} s, según lo elegido junto al veredicto.`,
  refused: 'Para esto no se escribe código.',
  encrypted:
    'El token está cifrado. El código de verificación se escribe para tokens firmados: descífralo primero.',
};
