/**
 * The client's address as budgets and upstreams see it: from the socket alone, since headers can say anything.
 * IPv4 inside IPv6 (`::ffff:192.0.2.1`) is written as IPv4.
 */
export function clientAddress(remoteAddress: string | undefined): string {
  if (remoteAddress === undefined) return 'unknown';
  return remoteAddress.startsWith('::ffff:') ? remoteAddress.slice('::ffff:'.length) : remoteAddress;
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
