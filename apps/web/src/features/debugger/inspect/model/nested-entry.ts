import { readKey } from '@signet/token/keys';
import { accept, type Entry, nothing } from './entry.ts';

/** The token inside. A key set may hold the keys of both, and stays whose it was; a single key has done its work. */
export function nestedEntry({ key, isLinked, keyFrom, isSample }: Entry, token: string): Entry {
  const entry = { ...nothing, ...accept(token, true), ...(isSample && { isSample }) };
  if (readKey(key).kind !== 'jwks') return entry;
  return { ...entry, key, ...(isLinked && { isLinked }), ...(keyFrom !== undefined && { keyFrom }) };
}
