import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Organisationen',
  lead: 'Worin du bist, und was du dort darfst.',
  none: 'Du bist in keiner Organisation mehr.',
  leave: 'Verlassen',
  leaveOne: (organization) => `${organization} verlassen`,
  left: (organization) => `Du hast ${organization} verlassen.`,
  ask: {
    title: (organization) => `${organization} verlassen?`,
    lost: 'Jede App, die du in ihrem Namen nutzt, verliert sofort den Zugriff, auf allen Geräten. Nur die Verwaltung kann dich wieder aufnehmen.',
    action: 'Verlassen',
    cancel: 'Bleiben',
  },
};
