import type { ModelEvent } from '@signet/ai';

/** Whether nobody is to get this again: what a limit has cut, what a filter took, and what the model would not say. */
export function spoilsKeeping(event: ModelEvent): boolean {
  if (event.kind === 'refusal' || event.kind === 'failed') return true;
  if (event.kind !== 'finish') return false;
  const isWhole = event.reason === 'stop' || event.reason === 'tool-calls';
  return !isWhole || event.said === 'pause_turn';
}
