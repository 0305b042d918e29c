import type { WriteErrand } from './mailroom.ts';

/** What is written for each kind of errand. */
export function writeErrands(): WriteErrand {
  return async ({ kind, to, language }) => ({ kind, to, language, values: {} });
}
