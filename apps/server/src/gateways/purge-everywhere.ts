import type { PurgeAnswersAnswer, PurgeAnswersRequest } from '@signet/contracts';
import type { NodeDoor } from '../nodes/node-door.ts';
import type { GatewayGroup } from './gateway-group.ts';

/** Who keeps answers here: gateways of this node, and of the gateway nodes that are connected to it. */
export interface Keepers {
  readonly group: Pick<GatewayGroup, 'purge'>;
  readonly nodes: Pick<NodeDoor, 'purge'> | undefined;
}

/** Lets all of them forget what a route keeps, and says who has not. */
export async function purgeEverywhere(
  order: PurgeAnswersRequest,
  { group, nodes }: Keepers,
): Promise<PurgeAnswersAnswer> {
  const [here, there] = await Promise.all([group.purge(order), nodes?.purge(order)]);
  const all = [here, ...(there?.told ?? [])];
  const sum = (of: 'purged' | 'gateways' | 'silent') => all.reduce((total, each) => total + each[of], 0);
  return {
    ...{ purged: sum('purged'), gateways: sum('gateways'), silent: sum('silent'), keeps: here.keeps },
    nodes: there?.nodes ?? { done: [], silent: [], away: [] },
  };
}
