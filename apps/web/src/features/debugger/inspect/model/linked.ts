import { mostCharacters } from '../../../../parts/token-view/model/dissect.ts';

/** What a link to the debugger carries, in its fragment: that part of an address is never sent to a server. */
export interface Linked {
  readonly token: string;
  /** Public keys only, once it has been looked at. */
  readonly key?: string;
  /** When the token is to be judged, in milliseconds since 1970. */
  readonly at?: number;
}

/** What a fragment carries, its key as it came; undefined where there is no token. */
export function carriedBy(fragment: string): Linked | undefined {
  if (fragment.length > mostCharacters) return undefined;
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  // A link to a refused request is that alone: it brings neither token nor key.
  if (parameters.has('reference') || parameters.has('explanation')) return undefined;
  const token = parameters.get('token') ?? '';
  if (token === '') return undefined;
  const key = parameters.get('key') ?? '';
  const at = Number(parameters.get('at')) * 1000;
  return {
    token,
    ...(key !== '' && { key }),
    ...(at > 0 && !Number.isNaN(new Date(at).getTime()) && { at }),
  };
}
