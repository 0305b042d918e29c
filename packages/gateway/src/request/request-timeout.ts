import { refusal } from '@signet/contracts';
import { Denial } from '../denial.ts';

export function requestTimeout(milliseconds: number): Denial {
  const told = refusal('request_timeout.gateway', { seconds: milliseconds / 1000 });
  return new Denial('read-request', told, { closes: true });
}
