import dns, { type LookupAddress, type LookupAllOptions } from 'node:dns';

/**
 * Once loaded, `localhost` leads to ::1 first and to 127.0.0.1 next, as it does on most machines (RFC 6761 §6.3):
 * whoever connects by the name meets a stranger who listens on [::1]. Other processes load it with `--import`, by the
 * address that `twoLocalhosts` of `machine` is.
 */
const addresses: readonly LookupAddress[] = [
  { address: '::1', family: 6 },
  { address: '127.0.0.1', family: 4 },
];
const lookup = dns.lookup;

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

function lookupHere(hostname: string, options: LookupAllOptions, answer: Answer): void {
  if (hostname !== 'localhost') lookup(hostname, options, answer);
  else if (options.all) answer(null, [...addresses]);
  else answer(null, '::1', 6);
}

Object.assign(dns, { lookup: lookupHere });
