/** The lessons in reading order. The names stand in addresses: they do not change. */
export const lessonIds = [
  'structure',
  'claims',
  'signatures',
  'life',
  'storage',
  'refresh',
  'revocation',
  'gateways',
  'sso',
  'services',
  'access',
] as const;

export type LessonId = (typeof lessonIds)[number];
