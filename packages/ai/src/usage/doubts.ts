import type { Losses } from '../model/loss.ts';
import type { Usage } from '../model/usage.ts';

/** Usage that can be billed by. None at all, or nothing but zeros beside content (new-api#6265), must be estimated. */
export function believable(
  usage: Usage | undefined,
  { hasContent, losses, path = 'usage' }: { hasContent: boolean; losses: Losses; path?: string },
): usage is Usage {
  const reason = doubt(usage, hasContent);
  if (reason !== undefined) losses.note({ path, of: 'answer', fate: 'dropped', reason });
  return reason === undefined;
}

export function isZero({ input, output }: Usage): boolean {
  return input === 0 && output === 0;
}

function doubt(usage: Usage | undefined, hasContent: boolean): string | undefined {
  if (usage === undefined) return 'it does not say what went in and what came out';
  return isZero(usage) && hasContent ? 'it counts nothing beside an answer with content' : undefined;
}
