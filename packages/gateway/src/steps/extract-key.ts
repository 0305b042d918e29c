import { refusal } from '@signet/contracts';
import { hashApiKey, isApiKey } from '@signet/trust/api-keys';
import { Denial } from '../denial.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { CompiledApiKey } from '../snapshot/compiled-route.ts';
import type { Trace } from '../trace.ts';
import { otherCredential } from './other-credential.ts';
import type { MatchedGuarded, Nobodys, PresentedKey } from './passage.ts';

/**
 * Takes the one API key out of the place where the route lets it be. Beside a token it is refused, since no one could say which
 * of the two counts. Undefined where none came and a token may have.
 */
export function extractKey(
  matched: MatchedGuarded,
  head: RequestHead,
  maxBytes: number,
  trace: Trace,
): PresentedKey | Nobodys | Denial | undefined {
  const { route, path } = matched;
  const { apiKey } = route;
  if (apiKey === undefined) return undefined;
  const [brought, another] = head.keys;
  if (brought === undefined)
    return apiKey.besideTokens ? undefined : withoutKey(matched, head, apiKey, maxBytes);
  if (another !== undefined) return refuse(refusal('token_ambiguous.several_keys'));
  const token = otherCredential(matched, head, maxBytes);
  if (token !== 'none')
    return refuse(
      token === 'in_query' ? refusal('token_in_query') : refusal('token_ambiguous.key_and_token'),
    );
  const { place, value } = brought;
  if (value === '') return refuse(refusal('api_key_missing.none', { place: apiKey.told }));
  // Two headers may have been joined by some hop (RFC 9110 §5.3): no key has such signs.
  if (/[,\s]/.test(value)) return refuse(refusal('token_ambiguous.several_keys'));
  if (!isApiKey(value)) return refuse(refusal('api_key_unknown.malformed'));
  trace.tell({ step: 'extract-token', source: place, isKey: true });
  return { route, path, keyHash: hashApiKey(value) } as PresentedKey;
}

function withoutKey(
  matched: MatchedGuarded,
  head: RequestHead,
  { told: place }: CompiledApiKey,
  maxBytes: number,
): Nobodys | Denial {
  const { route, path } = matched;
  const token = otherCredential(matched, head, maxBytes);
  if (token === 'none')
    return route.optional ? ({ route, path } as Nobodys) : refuse(refusal('api_key_missing.none', { place }));
  return refuse(
    token === 'in_query' ? refusal('token_in_query') : refusal('api_key_missing.token_instead', { place }),
  );
}

function refuse(told: Denial['refusal']): Denial {
  return new Denial('extract-token', told);
}
