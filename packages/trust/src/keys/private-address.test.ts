import { BlockList, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrivateAddress } from './private-address.ts';

/** First and last address of each entry in IANA's registries of special-purpose addresses, and of multicast and the retired. */
const registered: Readonly<Record<string, readonly [network: string, prefix: number, last: string]>> = {
  'this network': ['0.0.0.0', 8, '0.255.255.255'],
  'private-use 10': ['10.0.0.0', 8, '10.255.255.255'],
  'shared address space': ['100.64.0.0', 10, '100.127.255.255'],
  loopback: ['127.0.0.0', 8, '127.255.255.255'],
  'link local': ['169.254.0.0', 16, '169.254.255.255'],
  'private-use 172.16': ['172.16.0.0', 12, '172.31.255.255'],
  'protocol assignments': ['192.0.0.0', 24, '192.0.0.255'],
  'TEST-NET-1': ['192.0.2.0', 24, '192.0.2.255'],
  'AS112-v4': ['192.31.196.0', 24, '192.31.196.255'],
  AMT: ['192.52.193.0', 24, '192.52.193.255'],
  '6to4 relay anycast': ['192.88.99.0', 24, '192.88.99.255'],
  'private-use 192.168': ['192.168.0.0', 16, '192.168.255.255'],
  'direct delegation AS112': ['192.175.48.0', 24, '192.175.48.255'],
  benchmarking: ['198.18.0.0', 15, '198.19.255.255'],
  'TEST-NET-2': ['198.51.100.0', 24, '198.51.100.255'],
  'TEST-NET-3': ['203.0.113.0', 24, '203.0.113.255'],
  multicast: ['224.0.0.0', 4, '239.255.255.255'],
  'reserved and broadcast': ['240.0.0.0', 4, '255.255.255.255'],
  'unspecified, loopback, IPv4-compatible': ['::', 96, '::ffff:ffff'],
  'IPv4-mapped': ['::ffff:0:0', 96, '::ffff:ffff:ffff'],
  'IPv4-translated (SIIT)': ['::ffff:0:0:0', 96, '::ffff:0:ffff:ffff'],
  'IPv4-IPv6 translation': ['64:ff9b::', 96, '64:ff9b::ffff:ffff'],
  'local translation': ['64:ff9b:1::', 48, '64:ff9b:1:ffff:ffff:ffff:ffff:ffff'],
  'discard-only': ['100::', 64, '100::ffff:ffff:ffff:ffff'],
  dummy: ['100:0:0:1::', 64, '100::1:ffff:ffff:ffff:ffff'],
  Teredo: ['2001::', 32, '2001:0:ffff:ffff:ffff:ffff:ffff:ffff'],
  'IETF protocol assignments': ['2001::', 23, '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'benchmarking of IPv6': ['2001:2::', 48, '2001:2:0:ffff:ffff:ffff:ffff:ffff'],
  'AMT of IPv6': ['2001:3::', 32, '2001:3:ffff:ffff:ffff:ffff:ffff:ffff'],
  'AS112-v6': ['2001:4:112::', 48, '2001:4:112:ffff:ffff:ffff:ffff:ffff'],
  ORCHID: ['2001:10::', 28, '2001:1f:ffff:ffff:ffff:ffff:ffff:ffff'],
  ORCHIDv2: ['2001:20::', 28, '2001:2f:ffff:ffff:ffff:ffff:ffff:ffff'],
  'drone identifiers': ['2001:30::', 28, '2001:3f:ffff:ffff:ffff:ffff:ffff:ffff'],
  documentation: ['2001:db8::', 32, '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
  '6to4': ['2002::', 16, '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'direct delegation AS112 of IPv6': ['2620:4f:8000::', 48, '2620:4f:8000:ffff:ffff:ffff:ffff:ffff'],
  'documentation 3fff': ['3fff::', 20, '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'segment routing': ['5f00::', 16, '5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'unique local': ['fc00::', 7, 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'link local of IPv6': ['fe80::', 10, 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'site local': ['fec0::', 10, 'feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'multicast of IPv6': ['ff00::', 8, 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
};

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

describe('isPrivateAddress', () => {
  it.each(Object.entries(registered))('%s: from the first to the last', (_, [first, prefix, last]) => {
    const network = new BlockList();
    network.addSubnet(first, prefix, familyOf(first));
    expect(network.check(last, familyOf(last))).toBe(true);
    for (const address of [first, last]) expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.1',
    '192.0.1.0',
    '192.88.98.255',
    '192.88.100.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2001:200::',
    '2001:4860:4860::8888',
    '2001:db7:ffff::',
    '2001:db9::',
    '2003::1',
    '2606:4700::1111',
    '2620:4f:7fff::',
    '2620:4f:8001::',
    '3fff:1000::',
    '2a00:1450:4001:81b::200e',
  ])('%s is not: it lies on the Internet', (address) => expect(isPrivateAddress(address)).toBe(false));

  it('every address that holds the IPv4 address of a private network is, in each spelling', () => {
    const byte = fc.nat(255);
    fc.assert(
      fc.property(byte, byte, byte, (two, three, four) => {
        const dotted = `10.${two}.${three}.${four}`;
        const [high, low] = [(10 << 8) | two, (three << 8) | four].map((part) => part.toString(16));
        for (const prefix of ['::', '::ffff:', '::ffff:0:', '64:ff9b::', '64:ff9b:1::']) {
          expect(isPrivateAddress(`${prefix}${dotted}`)).toBe(true);
          expect(isPrivateAddress(`${prefix}${high}:${low}`)).toBe(true);
        }
        expect(isPrivateAddress(`2002:${high}:${low}::1`)).toBe(true);
      }),
    );
  });

  it.each(['', 'localhost', '10.0.0', '1.1.1.1.', '[2606:4700::1111]', 'fe80::1%lo'])(
    'what is no address of the Internet is: %j',
    (text) => expect(isPrivateAddress(text)).toBe(true),
  );
});
