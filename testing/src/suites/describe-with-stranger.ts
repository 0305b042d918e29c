import { networkInterfaces } from 'node:os';
import { describeUnlessMissing } from './leave-out.ts';

/** Tests with a stranger on [::1]. On a machine without IPv6 there is no such stranger. */
export function describeWithStranger(name: string, tests: () => void): void {
  const present = Object.values(networkInterfaces()).some((each) =>
    each?.some(({ address }) => address === '::1'),
  );
  describeUnlessMissing(name, present ? undefined : 'the address ::1', tests);
}
