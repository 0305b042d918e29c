import type { Configuration, ErrorCode } from '@signet/contracts';
import { type CompileOptions, compileSnapshot } from '../snapshot/compile.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** What a draft would decide of a recorded call; limits, checks and upstreams are not asked. */
export type Replayed =
  | { readonly verdict: 'allowed' }
  | { readonly verdict: 'refused'; readonly code: ErrorCode }
  /** The record does not hold what it would hang on. */
  | { readonly verdict: 'unknown'; readonly why: Unknown };

/** What a record does not hold. */
export const unknowns = [
  'who decided it was no gateway of this version',
  'host, headers and query, by which routes of its path are told apart',
  'the address of the client, which a route asks for',
  'where the token stood in the request',
  'a token that was checked: the call was refused before it was',
  'the API key beside its id',
  'the machine beside its name',
  'what the issuer asks of its tokens beside times, algorithm and age',
  'the audience of the token',
  'scopes of the token beside those that were asked for',
  'roles of the token beside those that were asked for',
  'permissions of the token beside those that were asked for',
  'parameters and body of the request, which a route looks into',
  'claims that conditions, combined demands or the sign-in hang on',
] as const;

export type Unknown = (typeof unknowns)[number];

export const allowed: Replayed = Object.freeze({ verdict: 'allowed' });

export function refusedWith(code: ErrorCode): Replayed {
  return { verdict: 'refused', code };
}

export function unknown(why: Unknown): Replayed {
  return { verdict: 'unknown', why };
}

/** A configuration and what the steps make of it. */
export interface Held {
  readonly configuration: Configuration;
  readonly snapshot: Snapshot;
}

/** @throws SignetError `configuration_invalid` */
export function hold(configuration: Configuration, options: CompileOptions): Held {
  return { configuration, snapshot: compileSnapshot(configuration, options) };
}
