import { type Clocks, elapsed, type SteadyTime, steadyMilliseconds } from '@signet/contracts';

/** Looked at less than every ten minutes by cleaning, so this bounds how many looks are remembered. */
const remembered = 24 * 3_600_000;

interface Look {
  readonly at: SteadyTime;
  /** The wall clock less the steady one. */
  readonly difference: number;
}

/**
 * The earliest that it can be, by every look at the clocks within a day (milliseconds since the epoch). A wall clock
 * that is ahead for less makes nothing seem over; one that was right all the time is believed as it is.
 */
export function createCautiousTime({ wall, steady }: Clocks): () => number {
  let looks: readonly Look[] = [];
  return () => {
    const at = steady();
    const look = { at, difference: wall() - steadyMilliseconds(at) };
    looks = [...looks.filter((each) => elapsed(each.at, at) < remembered), look];
    return steadyMilliseconds(at) + Math.min(...looks.map(({ difference }) => difference));
  };
}
