import { refusal } from '@signet/contracts';
import { Denial } from '../denial.ts';

export function clientClosed(): Denial {
  return new Denial('forward', refusal('client_closed.answer'));
}
