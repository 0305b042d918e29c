import type { LessonId } from '../lesson-id.ts';
import { access } from './access.ts';
import type { LessonWords } from './blocks.ts';
import { claims } from './claims.ts';
import { gateways } from './gateways.ts';
import { life } from './life.ts';
import { refresh } from './refresh.ts';
import { revocation } from './revocation.ts';
import { serviceToService } from './service-to-service.ts';
import { signatures } from './signatures.ts';
import { singleSignOn } from './single-sign-on.ts';
import { storage } from './storage.ts';
import { structure } from './structure.ts';

/** What each lesson says. */
export const lessons: Readonly<Record<LessonId, LessonWords>> = {
  structure,
  claims,
  signatures,
  life,
  storage,
  refresh,
  revocation,
  gateways,
  sso: singleSignOn,
  services: serviceToService,
  access,
};
