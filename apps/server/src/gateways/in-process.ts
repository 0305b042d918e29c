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
  parts: Omit<GatewayParts, 'applied'> & { readonly recorder: RecordWriter; readonly reach: Reach },
): Promise<GatewayGroup> {
  const member = parts.reach.join();
  const gateway = await openGateway(orders, { ...parts, applied: member.applied });
  return {
    port: gateway.port,
    swap: async (loaded) => gateway.swap(loaded),
    flush: () => parts.recorder.flush(),
    states: async () => [gateway.state()],
    async close() {
      await gateway.close();
      member.leave();
    },
  };
}
