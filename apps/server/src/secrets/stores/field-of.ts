import { parseStrictJson } from '@signet/contracts';
import { record } from './record.ts';
import { StoreFault } from './store-fault.ts';

/**
 * The whole text of a secret, or the member of the JSON object that it is.
 * @throws StoreFault
 */
export function fieldOf(text: string, field: string | undefined): string {
  if (field === undefined) return text;
  return memberOf(objectOf(text), field);
}

/** @throws StoreFault where it is not there, or no text */
export function memberOf(object: Readonly<Record<string, unknown>>, field: string): string {
  if (!Object.hasOwn(object, field)) throw new StoreFault(`no field \`${field}\``);
  const value = object[field];
  if (typeof value !== 'string') throw new StoreFault(`the field \`${field}\` is no text`);
  return value;
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return record(parseStrictJson(text));
  } catch {
    // What it says instead may be the secret.
    throw new StoreFault('no JSON object, of which a field could be taken');
  }
}
