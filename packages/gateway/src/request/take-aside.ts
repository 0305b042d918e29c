import type { TokenPlaces } from '../snapshot/compiled-route.ts';
import type { BroughtToken, RequestHead } from './request-head.ts';

/**
 * The head without what stands where the route lets a token be besides `Authorization` and the cookie: no condition reads it
 * there, and no upstream gets it.
 */
export function takeAside(head: RequestHead, places: TokenPlaces | undefined): RequestHead {
  if (places === undefined) return head;
  const inHeader = places.header === undefined ? undefined : fromHeaders(head.headers, places.header);
  const inQuery = places.parameter === undefined ? undefined : fromQuery(head.query, places.parameter);
  const elsewhere = [...(inHeader?.brought ?? []), ...(inQuery?.brought ?? [])];
  if (elsewhere.length === 0) return head;
  return {
    ...head,
    headers: inHeader?.left ?? head.headers,
    query: inQuery?.left ?? head.query,
    elsewhere,
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
