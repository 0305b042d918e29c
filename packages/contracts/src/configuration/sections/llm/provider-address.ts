import { isLoopback } from '@signet/token/keys';
import { readAddress } from '../../fields/address.ts';

/** Whether a key may be shown there: in plain text it goes to this machine alone. */
export function keepsKeys(address: URL): boolean {
  return address.protocol === 'https:' || isLoopback(address);
}

/** Whether this is where a provider whose key was given by command may answer. */
export function isProviderAddress(text: string): boolean {
  const address = readAddress(text);
  return address !== undefined && keepsKeys(address);
}
