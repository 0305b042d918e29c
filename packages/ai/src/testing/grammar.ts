import type { ModelEvent } from '../model/event.ts';

/** The first rule of the order of events that these break; undefined where they keep to all. */
export function brokenRule(events: readonly ModelEvent[]): string | undefined {
  const open = new Set<number>();
  const seen = new Set<number>();
  for (const [at, event] of events.entries()) {
    const isLast = at === events.length - 1;
    if (event.kind === 'begin' && at > 0) return `begins at ${at}`;
    if ((event.kind === 'end' || event.kind === 'failed') !== isLast)
      return `${event.kind} at ${at} of ${events.length}`;
    if (event.kind === 'end' && open.size > 0) return `ends with ${open.size} open items`;
    if (event.kind === 'item') {
      if (seen.has(event.item)) return `opens ${event.item} twice`;
      seen.add(event.item);
      open.add(event.item);
    } else if ('item' in event) {
      if (!open.has(event.item)) return `${event.kind} of ${event.item}, which is not open`;
      if (event.kind === 'item-end') open.delete(event.item);
    }
  }
  return undefined;
}
