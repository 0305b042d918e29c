import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { KeyFault } from './key-fault.ts';
import { isPrivateAddress } from './private-address.ts';

export interface PublicLookupOptions {
  /** Looks up all addresses of a name; the system's way outside tests. */
  readonly resolve?: (hostname: string, options: LookupAllOptions) => Promise<readonly LookupAddress[]>;
  readonly isPrivate?: (address: string) => boolean;
}

/**
 * Looks up addresses of the Internet only. A name is looked up once for each connection, and what is connected to is what
 * was checked: there is no second answer that could lead elsewhere. A name with one private address is not tried at its
 * others.
 */
export function publicLookup({
  resolve = lookup,
  isPrivate = isPrivateAddress,
}: PublicLookupOptions): LookupFunction {
  return (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined || addresses.some(({ address }) => isPrivate(address))) {
          answer(new KeyFault(`${hostname} leads into a private network`), '');
        } else if (options.all === true) answer(null, [...addresses]);
        else answer(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => answer(error, ''),
    );
  };
}

/**
 * An address in figures is connected to without a look-up, so it is looked at here.
 * @throws KeyFault for one that is not of the Internet
 */
export function refusePrivateFigures(url: URL, { isPrivate = isPrivateAddress }: PublicLookupOptions): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isPrivate(host)) throw new KeyFault(`${host} lies in a private network`);
}
