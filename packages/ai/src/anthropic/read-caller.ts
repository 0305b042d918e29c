import type { Fields } from '../fields/fields.ts';

/** Who made a call: the model, which is as usual, or code that the provider runs for it, which no other protocol knows. */
export function readCaller(call: Fields): void {
  const caller = call.below('caller');
  if (caller === undefined) return;
  if (caller.text('type') === 'direct') caller.leave();
  else call.lose('caller', 'dropped', 'only the provider can call a tool out of its own code');
}
