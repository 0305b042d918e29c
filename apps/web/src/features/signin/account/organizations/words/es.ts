import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Organizaciones',
  lead: 'A cuáles perteneces y qué puedes hacer en ellas.',
  none: 'Ya no perteneces a ninguna organización.',
  leave: 'Abandonar',
  leaveOne: (organization) => `Abandonar ${organization}`,
  left: (organization) => `Has abandonado ${organization}.`,
  ask: {
    title: (organization) => `¿Abandonar ${organization}?`,
    lost: 'Toda aplicación que uses en su nombre pierde el acceso al instante, en todos los dispositivos. Solo un administrador puede volver a admitirte.',
    action: 'Abandonarla',
    cancel: 'Quedarme',
  },
};
