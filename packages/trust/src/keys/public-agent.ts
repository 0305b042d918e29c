import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { KeyFault } from './key-fault.ts';
import { isPrivateAddress } from './private-address.ts';

export interface PublicAgentOptions {
  /** Looks up all addresses of a name; the system's way outside tests. */
  readonly resolve?: (hostname: string, options: LookupAllOptions) => Promise<readonly LookupAddress[]>;
  readonly isPrivate?: (address: string) => boolean;
}

/**
 * Connects to the Internet only. A name is looked up once for each connection, and what is connected to is what was checked:
 * there is no second answer that could lead elsewhere. A name with one private address is not tried at its others.
 */
export function publicAgent({ resolve = lookup, isPrivate = isPrivateAddress }: PublicAgentOptions): Agent {
  const publicLookup: LookupFunction = (hostname, options, answer) => {
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
  const connect = buildConnector({ lookup: publicLookup });
  return new Agent({
    connect: (options, connected) => {
      // An address in figures is connected to without a look-up.
      if (isIP(options.hostname) !== 0 && isPrivate(options.hostname))
        connected(new KeyFault(`${options.hostname} lies in a private network`), null);
      else connect(options, connected);
    },
  });
}
