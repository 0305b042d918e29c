import { BlockList, isIP, isIPv6 } from 'node:net';

/** Whether what stands at this address may say who its clients are. */
export type TrustsProxy = (address: string) => boolean;

/** @param networks addresses and networks, such as `10.0.0.7` and `fd00::/8`; with none, nobody is trusted. */
export function trustedProxies(networks: readonly string[]): TrustsProxy {
  if (networks.length === 0) return () => false;
  const trusted = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(prefix), family);
  }
  return (address) => isIP(address) !== 0 && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
