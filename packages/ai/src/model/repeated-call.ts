import type { InputItem } from './request.ts';

/** Where the id of a call stands a second time: whose result is told by it cannot be known then. */
export function repeatedCall(items: readonly InputItem[]): string | undefined {
  const seen = new Set<string>();
  for (const item of items) {
    if (item.kind !== 'tool-call') continue;
    if (seen.has(item.id)) return item.path ?? 'messages';
    seen.add(item.id);
  }
  return undefined;
}
