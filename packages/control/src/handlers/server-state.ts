import type { ConfigurationState, GatewaysAnswer } from '@signet/contracts';
import type { ServerState } from '../ports/index.ts';
import type { AdminHandler } from './handler.ts';

/** `GET /admin/configuration`: which version is in force, and why a newer one is not. */
export function showConfiguration(state: ServerState): AdminHandler {
  return async (): Promise<ConfigurationState> => state.configuration();
}

/** `GET /admin/gateways`: how far each gateway process is. */
export function listGateways(state: ServerState): AdminHandler {
  return async (): Promise<GatewaysAnswer> => ({ gateways: await state.gateways() });
}
