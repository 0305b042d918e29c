import type { Words } from '../words.ts';

export const words: Words = {
  groups: { pages: 'Páginas', lessons: 'Lecciones' },
  lessons: {
    structure: 'Estructura',
    claims: 'Claims',
    signatures: 'Firmas',
    life: 'La vida de un token',
    storage: 'Dónde lo guarda un navegador',
    refresh: 'Actualización y rotación',
    revocation: 'Revocación',
    gateways: 'Gateways',
    sso: 'Inicio de sesión único',
    services: 'De servicio a servicio',
    access: 'Roles y atributos',
  },
};
