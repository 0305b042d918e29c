import type { Words } from '../words.ts';

export const words: Words = {
  groups: { pages: 'Seiten', lessons: 'Lektionen' },
  lessons: {
    structure: 'Aufbau',
    claims: 'Claims',
    signatures: 'Signaturen',
    life: 'Das Leben eines Tokens',
    storage: 'Wo ein Browser es aufbewahrt',
    refresh: 'Refresh und Rotation',
    revocation: 'Widerruf',
    gateways: 'Gateways',
    sso: 'Single Sign-on',
    services: 'Dienst zu Dienst',
    access: 'Rollen und Attribute',
  },
};
