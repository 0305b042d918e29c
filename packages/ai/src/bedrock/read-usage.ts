import { countOf } from '../fields/count-of.ts';
import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Usage } from '../model/usage.ts';

/**
 * Usage as the model counts it: Converse's `inputTokens` leaves out what the cache read and wrote. Undefined where it does not say
 * what went in and what came out.
 */
export function readUsage(fields: Fields, tier?: string): Usage | undefined {
  const fresh = countOf(fields, 'inputTokens');
  const output = countOf(fields, 'outputTokens');
  const cacheRead = countOf(fields, 'cacheReadInputTokens') ?? countOf(fields, 'cacheReadInputTokenCount');
  const written = countOf(fields, 'cacheWriteInputTokens') ?? countOf(fields, 'cacheWriteInputTokenCount');
  const hour = writtenForAnHour(fields);
  const others = othersOf(fields.below('serverToolUsage'));
  fields.ignore('totalTokens', 'cacheReadInputTokenCount', 'cacheWriteInputTokenCount');
  fields.leave();
  if (fresh === undefined || output === undefined) return undefined;
  const cacheWrite1h = written === undefined || hour === undefined ? hour : Math.min(hour, written);
  const cacheWrite5m = written === undefined ? undefined : written - (cacheWrite1h ?? 0);
  return {
    provenance: 'provider',
    input: fresh + (cacheRead ?? 0) + (written ?? hour ?? 0),
    output,
    ...known({ cacheRead, cacheWrite5m, cacheWrite1h, others, tier }),
  };
}

/** How the sum of writes divides by duration; what is not said to be for an hour was for five minutes. */
function writtenForAnHour(fields: Fields): number | undefined {
  const details = fields.each('cacheDetails').map((detail) => {
    const tokens = countOf(detail, 'inputTokens') ?? 0;
    const ttl = detail.text('ttl');
    detail.leave();
    return ttl === '1h' ? tokens : 0;
  });
  return details.length === 0 ? undefined : details.reduce((sum, each) => sum + each, 0);
}

function othersOf(fields: Fields | undefined): Readonly<Record<string, number>> | undefined {
  if (fields === undefined) return undefined;
  const counts = [...fields.rest()].flatMap(([path, count]) =>
    typeof count === 'number' && Number.isSafeInteger(count) && count > 0
      ? [[path.slice(path.lastIndexOf('.') + 1), count] as const]
      : [],
  );
  return counts.length === 0 ? undefined : Object.fromEntries(counts);
}
