import type { InputItem, ReasoningItem } from '../model/request.ts';
import type { Carried } from './carried.ts';

/**
 * The items with what the ids of their calls carried. What the caller brought back itself stays as it is.
 * @param carried in the order of their calls
 */
export function withCarried(items: readonly InputItem[], carried: readonly Carried[]): readonly InputItem[] {
  if (carried.length === 0) return items;
  const waiting = [...carried];
  const whole: InputItem[] = [];
  for (const item of items) {
    const at = item.kind === 'tool-call' ? waiting.findIndex(({ id }) => id === item.id) : -1;
    const [found] = at === -1 ? [] : waiting.splice(at, 1);
    if (item.kind !== 'tool-call' || found === undefined) whole.push(item);
    else {
      think(whole, found);
      const sealed = item.sealed ?? found.sealed;
      whole.push(sealed === undefined ? item : { ...item, sealed });
    }
  }
  return whole;
}

/** Thoughts stand before all else of their turn. */
function think(items: InputItem[], { thoughts }: Carried): void {
  if (thoughts.length === 0) return;
  const begin = items.findLastIndex((item) => !isOfTurn(item)) + 1;
  const turn = items.splice(begin);
  const isSealed = turn.some((item) => item.kind === 'reasoning' && item.sealed !== undefined);
  // The text of a thought without its seal says the same once more.
  const rest = isSealed ? turn : turn.filter(({ kind }) => kind !== 'reasoning');
  const carried = thoughts.map((thought): ReasoningItem => ({ kind: 'reasoning', ...thought }));
  items.push(...(isSealed ? [] : carried), ...rest);
}

function isOfTurn(item: InputItem): boolean {
  return (
    item.kind === 'reasoning' ||
    item.kind === 'tool-call' ||
    (item.kind === 'message' && item.role === 'assistant')
  );
}
