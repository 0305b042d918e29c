import { type DecisionRecord, type SteadyClock, steadyMilliseconds } from '@signet/contracts';
import type { Recorder } from '@signet/gateway/ports';

/** Enough to explain what people meet; a flood of refused sign-ins must not push the gateways' records out. */
const mostPerSecond = 20;

/** Keeps at most so many refusals of the control side in each second; the rest is left out. */
export function withRefusalBudget(
  { record }: Pick<Recorder, 'record'>,
  steady: SteadyClock,
): (refusal: DecisionRecord) => void {
  let second = -1;
  let taken = 0;
  return (refusal) => {
    const now = Math.floor(steadyMilliseconds(steady()) / 1000);
    if (now !== second) {
      second = now;
      taken = 0;
    }
    taken += 1;
    if (taken <= mostPerSecond) record(refusal);
  };
}
