import type { Place } from '@signet/contracts';
import type { Mmdb } from './mmdb.ts';

/** Languages that such databases call otherwise than Signet does. */
const calledOtherwise: Readonly<Record<string, string>> = { zh: 'zh-CN' };
const longestName = 128;

/**
 * City and country of the first address of a network, in the language where the file has it, else in English.
 * @param network as sessions keep it: a /24 of IPv4 or a /48 of IPv6
 * @throws RangeError where the file is broken there
 */
export function findPlace(database: Mmdb, network: string, language: string): Place | undefined {
  const address = firstAddress(network);
  if (address === undefined) return undefined;
  const languages = new Set([calledOtherwise[language] ?? language, 'en']);
  const nameOf = (what: string): string | undefined => {
    for (const each of languages) {
      const name = database.find(address, [what, 'names', each]);
      if (typeof name === 'string' && name !== '') return name.slice(0, longestName);
    }
    return undefined;
  };
  const [city, country] = [nameOf('city'), nameOf('country')];
  if (city === undefined && country === undefined) return undefined;
  return { ...(city === undefined ? {} : { city }), ...(country === undefined ? {} : { country }) };
}

function firstAddress(network: string): readonly number[] | undefined {
  const ipv4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.0\/24$/.exec(network)?.slice(1).map(Number);
  if (ipv4 !== undefined) return [...ipv4, 0];
  const ipv6 = /^([0-9a-f]{1,4}):([0-9a-f]{1,4}):([0-9a-f]{1,4})::\/48$/.exec(network)?.slice(1);
  const groups = ipv6?.map((group) => Number.parseInt(group, 16));
  return groups && [...groups.flatMap((group) => [group >> 8, group & 255]), ...Array(10).fill(0)];
}
