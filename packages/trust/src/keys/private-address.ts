import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * What of the IPv4 addresses, and of the IPv6 addresses for hosts on the Internet, is set apart for something else: IANA's
 * registries of special-purpose addresses (RFC 6890), with what they call globally reachable, as no key server has such an
 * address; and multicast (RFC 5771).
 */
const setApart: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carriers' own
  ['127.0.0.0', 8], // this machine
  ['169.254.0.0', 16], // link-local
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocols
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // multicast tunnels
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
  ['2001::', 23], // protocols: Teredo, benchmarks, ORCHID and others
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, which leads to the IPv4 address inside
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
];

const special = new BlockList();
for (const [network, prefix] of setApart) {
  special.addSubnet(network, prefix, isIPv6(network) ? 'ipv6' : 'ipv4');
}

/**
 * IANA gives hosts on the Internet no other IPv6 addresses (RFC 4291 §2.4). Outside lie, beside what nobody uses, loopback,
 * link, site and unique local addresses, and those that hold an IPv4 address to be reached through a translator or as such.
 */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** True for what must not be reached because a document said so, and for what is no address at all. */
export function isPrivateAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return special.check(address, 'ipv4');
    case 6:
      return !globalUnicast.check(address, 'ipv6') || special.check(address, 'ipv6');
    default:
      return true;
  }
}
