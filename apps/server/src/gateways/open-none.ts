import { compileSnapshot, keepsAnswers, noReadings } from '@signet/gateway';
import type { WorkerOrders } from '../workers/messages.ts';
import type { GatewayGroup } from './gateway-group.ts';

/** Of a node without gateways. It compiles what it is given, so that nothing reaches other nodes that they could not take. */
export async function openNone({
  port,
  issuer: selfIssuer,
  loaded,
}: Pick<WorkerOrders, 'port' | 'issuer' | 'loaded'>): Promise<GatewayGroup> {
  compileSnapshot(loaded.configuration, { selfIssuer });
  let { routes } = loaded.configuration;
  return {
    port,
    prepare: async (next) => void compileSnapshot(next.configuration, { selfIssuer }),
    async swap(next) {
      compileSnapshot(next.configuration, { selfIssuer });
      routes = next.configuration.routes;
    },
    present: async () => undefined,
    flush: async () => undefined,
    purge: async ({ route }) => ({
      purged: 0,
      gateways: 0,
      silent: 0,
      keeps: routes.some((each) => each.id === route && keepsAnswers(each)),
    }),
    states: async () => [],
    readings: async () => noReadings(),
    close: async () => undefined,
  };
}
