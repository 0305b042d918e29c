import type { MadeCase } from './case.ts';
import { cases } from './cases.ts';
import { KeyRing } from './key-ring.ts';

export type { Expected, MadeCase, Surface } from './case.ts';
export { expectedOn } from './case.ts';

/** Every case, its token and key made anew. */
export function makeCases(): readonly MadeCase[] {
  const ring = new KeyRing();
  return Object.entries(cases).flatMap(([subject, ofSubject]) =>
    ofSubject.map((each) => ({ ...each, subject, token: each.token(ring), key: each.key(ring) })),
  );
}
