import type { Place } from '@signet/contracts';
import type { Device } from '../ports/index.ts';

/** Where a network of a session is said to be; must not wait and never throws. */
export type PlaceOf = (network: string, language: string) => Place | undefined;

/** How a list says on what device a session began, and where. */
export interface ToldDevice {
  readonly agent?: string;
  readonly network?: string;
  readonly place?: Place;
}

export interface ToldDeviceParts {
  /** Absent: no place is told. */
  readonly placeOf?: PlaceOf;
}

export function toldDevice(
  { agent, network }: Partial<Pick<Device, 'agent' | 'network'>> = {},
  language: string,
  { placeOf }: ToldDeviceParts,
): ToldDevice {
  const place = network === undefined ? undefined : placeOf?.(network, language);
  return {
    ...(agent === undefined || agent === '' ? {} : { agent }),
    ...(network === undefined ? {} : { network }),
    ...(place === undefined ? {} : { place }),
  };
}
