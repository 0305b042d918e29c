import type { Fields } from '../fields/fields.ts';
import type { CacheMark } from '../model/part.ts';

/** Where the cache is told to end, and for how long it is kept from there. */
export function readMark(fields: Fields): CacheMark | undefined {
  const mark = fields.below('cache_control');
  if (mark === undefined) return undefined;
  mark.ignore('type');
  const ttl = mark.text('ttl') === '1h' ? '1h' : '5m';
  mark.leave();
  return { ttl };
}
