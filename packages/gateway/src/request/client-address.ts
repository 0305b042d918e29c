import { isIP, isIPv6, SocketAddress } from 'node:net';
import type { Call } from '../call/call.ts';
import type { TrustsProxy } from './trusted-proxies.ts';

/** More proxies than these do not stand behind one another. */
const mostHops = 16;

/**
 * The client's address as budgets and upstreams see it: that of the connection, and where a trusted proxy is at its other end,
 * the one that the proxy names in `X-Forwarded-For`. Anybody can write that header: it is believed from the right, as far
 * as each hop is trusted.
 */
export function clientAddress(
  { peer, rawHeaders }: Pick<Call, 'peer' | 'rawHeaders'>,
  trusts: TrustsProxy,
): string {
  let address = plainAddress(peer);
  if (!trusts(address)) return address;
  let rest = forwardedFor(rawHeaders);
  for (let hop = 0; hop < mostHops && rest !== '' && trusts(address); hop += 1) {
    const comma = rest.lastIndexOf(',');
    const named = readAddress(rest.slice(comma + 1).trim());
    // Behind what is no address, nobody knows who wrote what.
    if (named === undefined) return address;
    address = named;
    rest = rest.slice(0, Math.max(comma, 0));
  }
  return address;
}

/** IPv4 inside IPv6 (`::ffff:192.0.2.1`) is written as IPv4. */
export function plainAddress(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
}

/** All of the headers, in their order, as one list (RFC 9110 §5.3). */
function forwardedFor(rawHeaders: readonly string[]): string {
  let list = '';
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() !== 'x-forwarded-for') continue;
    list = list === '' ? (rawHeaders[index + 1] ?? '') : `${list},${rawHeaders[index + 1]}`;
  }
  return list;
}

/** In one spelling; some proxies write the port behind it. */
function readAddress(text: string): string | undefined {
  const bare = isIP(text) === 0 ? withoutPort(text) : text;
  if (isIP(bare) === 0 || bare.includes('%')) return undefined;
  const { address } = new SocketAddress({ address: bare, family: isIPv6(bare) ? 'ipv6' : 'ipv4' });
  return plainAddress(address);
}

function withoutPort(text: string): string {
  const end = text.startsWith('[') ? text.indexOf(']') : text.indexOf(':');
  return text.slice(text.startsWith('[') ? 1 : 0, Math.max(end, 0));
}

/** Whose budget an address draws on: one IPv6 customer holds at least a /64 (RFC 6177), and so counts as one. */
export function addressBudget(address: string): string {
  return address.includes(':') ? ipv6Network(address) : address;
}

function ipv6Network(address: string): string {
  const [withoutZone = ''] = address.split('%');
  const [front = '', back] = withoutZone.split('::');
  const head = groupsOf(front);
  const tail = groupsOf(back ?? '');
  const zeros = back === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':');
}
