import { refusal } from '@signet/contracts';
import { isApiKey } from '@signet/trust/api-keys';
import { Denial } from '../denial.ts';
import type { BroughtToken, RequestHead } from '../request/request-head.ts';

/** Where the clients of the providers put their key, beside `Authorization`. */
const places = new Set(['x-api-key', 'x-goog-api-key', 'api-key']);

const bearer = /^bearer +(\S+)$/i;

/**
 * The head with its one credential where the steps look for it: a client of a provider has one field for a key, whatever we
 * take in it. Two different ones are refused, as nobody could say which of them counts. No provider gets any of these fields.
 */
export function modelCredentials(head: RequestHead, takesKeys: boolean): RequestHead | Denial {
  // As the clients of Gemini may: it would stand in logs on the way.
  if (new URLSearchParams(head.query).has('key')) return refuse(refusal('token_in_query'));
  const brought: BroughtToken[] = [];
  const headers: string[] = [];
  for (let at = 0; at + 1 < head.headers.length; at += 2) {
    const [name = '', value = ''] = [head.headers[at], head.headers[at + 1]];
    const place = name.toLowerCase();
    if (places.has(place)) brought.push({ place, value });
    else headers.push(name, value);
  }
  const [first] = brought;
  if (first === undefined) return takesKeys ? keyInAuthorization(head) : head;
  const others = [...brought.slice(1).map(({ value }) => value), ...head.authorization.map(bare)];
  if (others.some((value) => value !== first.value)) return refuse(refusal('token_ambiguous.several_places'));
  const left = { ...head, headers, authorization: [] };
  return takesKeys && isApiKey(first.value) ? { ...left, keys: [first] } : { ...left, elsewhere: [first] };
}

/** What is no bearer token is not equal to any. */
function bare(authorization: string): string {
  return bearer.exec(authorization)?.[1] ?? ` ${authorization}`;
}

function keyInAuthorization(head: RequestHead): RequestHead {
  const [only = '', ...more] = head.authorization;
  const value = bearer.exec(only)?.[1] ?? '';
  if (more.length > 0 || !isApiKey(value)) return head;
  return { ...head, authorization: [], keys: [...head.keys, { place: 'authorization', value }] };
}

function refuse(told: Denial['refusal']): Denial {
  return new Denial('extract-token', told);
}
