import { hideTokens } from '@signet/contracts';
import type { Journey } from '../journey.ts';

const longestPath = 1024;

/** The path that was decided on, or as it came where no route took it. A token in it, as of a link that confirms an address, is none that may be kept. */
export function shownPath({ trace, call }: Journey): string {
  return hideTokens(trace.last('match-route')?.path ?? pathAsItCame(call.target)).slice(0, longestPath);
}

/** The query stays out. */
function pathAsItCame(target: string): string {
  const [path = ''] = target.split('?', 1);
  return path.startsWith('/') ? path : '';
}
