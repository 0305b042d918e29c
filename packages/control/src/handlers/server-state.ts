import type { Handle } from '@signet/http';
import type { ServerState } from '../ports/index.ts';

/** Which version is in force, and why a newer one is not. */
export function showConfiguration(state: ServerState): Handle<'showConfiguration'> {
  return async () => state.configuration();
}

/** How far each gateway process is. */
export function listGateways(state: ServerState): Handle<'listGateways'> {
  return async () => ({ gateways: await state.gateways() });
}

/** Lets them forget what a route keeps of answers. */
export function purgeAnswers(state: ServerState): Handle<'purgeAnswers'> {
  return ({ body }) => state.purgeAnswers(body);
}
