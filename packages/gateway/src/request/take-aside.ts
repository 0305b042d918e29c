import type { TokenPlaces } from '../snapshot/compiled-route.ts';
import type { BroughtToken, RequestHead } from './request-head.ts';

/**
 * The head without what stands where the route lets a token be besides `Authorization` and the cookie: no condition reads it
 * there, and no upstream gets it.
 */
export function takeAside(head: RequestHead, places: TokenPlaces | undefined): RequestHead {
  if (places === undefined) return head;
  const { brought: elsewhere, ...left } = without(head, places);
  return elsewhere.length === 0 ? head : { ...head, ...left, elsewhere };
}

/** The same of where the route lets an API key be. */
export function takeKeyAside(head: RequestHead, places: TokenPlaces | undefined): RequestHead {
  if (places === undefined) return head;
  const { brought: keys, ...left } = without(head, places);
  return keys.length === 0 ? head : { ...head, ...left, keys };
}

interface Left extends Pick<RequestHead, 'headers' | 'query'> {
  readonly brought: readonly BroughtToken[];
}

function without({ headers, query }: RequestHead, { header, parameter }: TokenPlaces): Left {
  const inHeader = header === undefined ? undefined : fromHeaders(headers, header);
  const inQuery = parameter === undefined ? undefined : fromQuery(query, parameter);
  return {
    headers: inHeader?.left ?? headers,
    query: inQuery?.left ?? query,
    brought: [...(inHeader?.brought ?? []), ...(inQuery?.brought ?? [])],
  };
}

interface Taken<Left> {
  readonly brought: readonly BroughtToken[];
  readonly left: Left;
}

function fromHeaders(headers: readonly string[], name: string): Taken<readonly string[]> {
  const brought: BroughtToken[] = [];
  const left: string[] = [];
  for (let at = 0; at + 1 < headers.length; at += 2) {
    const [found = '', value = ''] = [headers[at], headers[at + 1]];
    if (found.toLowerCase() === name) brought.push({ place: name, value });
    else left.push(found, value);
  }
  return { brought, left };
}

/** However the name is escaped, and in whatever case: whoever reads it otherwise must not find it behind the gateway. */
function fromQuery(query: string, parameter: string): Taken<string> {
  const brought: BroughtToken[] = [];
  const left: string[] = [];
  const wanted = parameter.toLowerCase();
  for (const piece of query.slice(1).split('&')) {
    const found = valueIn(piece, wanted);
    if (found === undefined) left.push(piece);
    else brought.push({ place: `?${parameter}`, value: found });
  }
  return { brought, left: left.length === 0 ? '' : `?${left.join('&')}` };
}

/** A piece that some servers split at `;` is no token, and so it is refused. */
function valueIn(piece: string, wanted: string): string | undefined {
  const isNamed = (part: string) =>
    [...new URLSearchParams(part).keys()].some((name) => name.trim().toLowerCase() === wanted);
  if (!piece.includes(';')) {
    return isNamed(piece) ? ([...new URLSearchParams(piece).values()][0] ?? '') : undefined;
  }
  return piece.split(';').some(isNamed) ? piece : undefined;
}
