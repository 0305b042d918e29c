import { faultLog } from '../logging/fault-log.ts';
import { keysLog } from '../logging/keys-log.ts';
import type { Logger } from '../logging/logger.ts';
import { untoldLog } from '../logging/untold-log.ts';
import type { RecordWriter } from '../records/record-writer.ts';
import type { Reach } from '../revocations/reach.ts';
import type { WorkerOrders } from '../workers/messages.ts';
import type { GatewayGroup } from './gateway-group.ts';
import { type GatewayParts, openGateway } from './open-gateway.ts';

/**
 * One gateway in this process, through the same ports as in a process of its own.
 * @throws SignetError `port_taken`
 */
export async function openInProcess(
  orders: WorkerOrders,
  parts: Omit<GatewayParts, 'applied' | 'reportFault' | 'reportKeys' | 'reportUntold'> & {
    readonly recorder: RecordWriter;
    readonly reach: Reach;
    readonly log: Logger;
  },
): Promise<GatewayGroup> {
  const member = parts.reach.join(orders.node);
  const reportFault = faultLog(parts.log, orders.node);
  const reportKeys = keysLog(parts.log, orders.node);
  const reportUntold = untoldLog(parts.log, orders.node);
  const applied = member.applied;
  const gateway = await openGateway(orders, { ...parts, applied, reportFault, reportKeys, reportUntold });
  return {
    port: gateway.port,
    prepare: async (loaded) => gateway.prepare(loaded),
    swap: async (loaded) => gateway.swap(loaded),
    present: async (pairs) => gateway.present(pairs),
    flush: () => parts.recorder.flush(),
    async purge(order) {
      return { ...gateway.purge(order), gateways: 1, silent: 0 };
    },
    states: async () => [gateway.state()],
    readings: async () => gateway.readings(),
    async close() {
      await gateway.close();
      member.leave();
    },
  };
}
