import type { NetworksConfiguration } from '@signet/contracts';
import { trustedProxies as within } from './trusted-proxies.ts';

/** Whether an address may call: one that cannot be read lies in no network, and so it may not where some are named. */
export function admittedFrom({ allow, deny = [] }: NetworksConfiguration): (address: string) => boolean {
  const isAllowed = within(allow ?? everywhere);
  const isDenied = within(deny);
  return (address) => isAllowed(address) && !isDenied(address);
}

/** Halves, since no whole address space can be written. */
const everywhere = ['0.0.0.0/1', '128.0.0.0/1', '::/1', '8000::/1'];
