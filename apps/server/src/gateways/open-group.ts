import type { WatchedClocks } from '@signet/contracts';
import type {
  FindApiKey,
  FindPrompt,
  Holds,
  Limiter,
  Quotas,
  ReadContextKeys,
  RevocationFeed,
  SpendingLedger,
  UsedTokens,
} from '@signet/gateway/ports';
import type { ReadHanded, ReadSharedSecrets } from '@signet/trust';
import type { Logger } from '../logging/logger.ts';
import type { RecordWriter } from '../records/record-writer.ts';
import type { Reach } from '../revocations/reach.ts';
import type { WorkerOrders } from '../workers/messages.ts';
import { openWorkers } from '../workers/worker-group.ts';
import type { GatewayGroup } from './gateway-group.ts';
import { openInProcess } from './in-process.ts';
import { openNone } from './open-none.ts';
import type { ReadOwnDocument } from './own-documents.ts';

export interface GroupServices {
  readonly feed: RevocationFeed;
  readonly reach: Reach;
  readonly limiter: Limiter;
  readonly quotas: Quotas;
  readonly ledger: SpendingLedger;
  readonly usedTokens: UsedTokens;
  readonly holds: Holds;
  /** What the identity provider publishes at a path below its origin. */
  readonly readOwnDocument: ReadOwnDocument;
  /** What it shares with APIs; told to the gateways of this node alone. */
  readonly readSecrets: ReadSharedSecrets;
  /** The keys of the gateways' own. */
  readonly readContextKeys: ReadContextKeys;
  /** Keys and secrets of issuers that the configuration refers to. */
  readonly readHanded: ReadHanded;
  readonly findApiKey: FindApiKey;
  readonly findPrompt: FindPrompt;
  readonly recorder: RecordWriter;
  /** Processes of their own have the system's. */
  readonly clocks: WatchedClocks;
  readonly log: Logger;
}

/**
 * One gateway in this process, or so many processes of their own; none of a control node.
 * @throws SignetError `port_taken`
 */
export function openGroup(
  workers: number,
  orders: Omit<WorkerOrders, 'node'>,
  services: GroupServices,
): Promise<GatewayGroup> {
  if (workers === 0) return openNone(orders);
  return workers === 1
    ? openInProcess({ ...orders, node: 'gateway-1' }, services)
    : openWorkers(workers, orders, {
        ...services,
        steady: services.clocks.steady,
        wall: services.clocks.wall,
      });
}
