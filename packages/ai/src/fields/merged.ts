import { isRecord } from './fields.ts';

/** What a later event says, over what an earlier one said; what it leaves out stands. */
export function merged(earlier: unknown, later: unknown): unknown {
  if (!isRecord(earlier)) return later;
  if (!isRecord(later)) return earlier;
  const said = Object.entries(later).filter(([, value]) => value !== null && value !== undefined);
  return { ...earlier, ...Object.fromEntries(said) };
}
