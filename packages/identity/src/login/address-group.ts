import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that an address belongs to, which one customer may hold whole: the /24 of an IPv4 address, the /48 of an IPv6 one.
 * That of this machine is told as it is.
 */
export function networkOf(address: string): string {
  if (address === '::1') return address;
  const group = addressGroup(address);
  const ipv6 = /^((?:[0-9a-f]+:){2}[0-9a-f]+):[0-9a-f]+::\/64$/.exec(group)?.[1];
  if (ipv6 !== undefined) return `${ipv6}::/48`;
  return isIPv4(group) ? `${group.slice(0, group.lastIndexOf('.'))}.0/24` : group;
}

/** The part of an address that one customer of a network holds: a whole IPv4 address, or the /64 of an IPv6 one. */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? firstFourGroups(address) : address;
}

function firstFourGroups(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.toLowerCase().split('::') ?? [];
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const all = [...front, ...Array.from({ length: missing }, () => '0'), ...back];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
