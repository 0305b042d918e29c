import { describe, expect, it } from 'vitest';
import { addressBudget, clientAddress } from './client-address.ts';
import { trustedProxies } from './trusted-proxies.ts';

const trusts = trustedProxies(['10.0.0.0/8', '192.0.2.7', 'fd00::/8']);

function from(peer: string | undefined, ...forwardedFor: readonly string[]): string {
  const rawHeaders = forwardedFor.flatMap((value) => ['X-Forwarded-For', value]);
  return clientAddress({ peer, rawHeaders: ['Host', 'a', ...rawHeaders] }, trusts);
}

describe('the client’s address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8::1'],
    [undefined, 'unknown'],
  ])('is that of the socket: %s', (remote, address) => {
    expect(from(remote)).toBe(address);
  });

  it('is no other because a stranger says so', () => {
    expect(from('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
  });

  it.each<[string, string, readonly string[], string]>([
    ['what its proxy names', '10.0.0.1', ['198.51.100.1'], '198.51.100.1'],
    ['what its proxy names over a dual-stack socket', '::ffff:10.0.0.1', ['198.51.100.1'], '198.51.100.1'],
    ['what a proxy of IPv6 names', 'fd00::1', ['2001:DB8:0:0::1'], '2001:db8::1'],
    ['not what the client wrote before', '10.0.0.1', ['1.1.1.1, 198.51.100.1'], '198.51.100.1'],
    ['not what the client wrote in a header before', '10.0.0.1', ['1.1.1.1', '198.51.100.1'], '198.51.100.1'],
    ['what the first of two proxies names', '10.0.0.1', ['1.1.1.1, 198.51.100.1, 192.0.2.7'], '198.51.100.1'],
    ['the outermost proxy where nothing else is named', '10.0.0.1', ['10.0.0.3,10.0.0.2'], '10.0.0.3'],
    ['without the port', '10.0.0.1', ['198.51.100.1:4711'], '198.51.100.1'],
    ['without brackets and port', '10.0.0.1', ['[2001:db8::2]:4711'], '2001:db8::2'],
    ['IPv4 inside IPv6 as IPv4', '10.0.0.1', ['::ffff:198.51.100.1'], '198.51.100.1'],
    ['the proxy where it names nobody', '10.0.0.1', [], '10.0.0.1'],
    ['the proxy where it names no address', '10.0.0.1', ['198.51.100.1, unknown'], '10.0.0.1'],
    ['the proxy where it names nothing', '10.0.0.1', ['198.51.100.1,'], '10.0.0.1'],
    ['the last one before what is no address', '10.0.0.1', ['x, 10.0.0.2'], '10.0.0.2'],
  ])('behind a trusted proxy is %s', (_, remote, forwardedFor, address) => {
    expect(from(remote, ...forwardedFor)).toBe(address);
  });

  it('is looked for behind so many proxies and no more', () => {
    const list = Array.from(
      { length: 5_000 },
      (_, index) => `10.1.${Math.floor(index / 256)}.${index % 256}`,
    );
    expect(from('10.0.0.1', list.join())).toBe(list.at(-16));
  });

  it('is nobody’s but the socket’s where no proxy is named', () => {
    const rawHeaders = ['X-Forwarded-For', '198.51.100.1'];
    const peer = '127.0.0.1';
    expect(clientAddress({ peer, rawHeaders }, trustedProxies([]))).toBe('127.0.0.1');
  });
});

describe('the budget of an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is that of %s', (address, budget) => {
    expect(addressBudget(address)).toBe(budget);
  });
});
