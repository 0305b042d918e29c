import { takeCredential } from '@signet/trust/bearer';
import type { RequestHead } from '../request/request-head.ts';
import type { MatchedGuarded } from './passage.ts';

/** Whether anything came that a token, or another scheme, stands in. */
export function otherCredential(
  { route: { cookieNames } }: MatchedGuarded,
  head: Pick<RequestHead, 'authorization' | 'cookie' | 'elsewhere' | 'query'>,
  maxBytes: number,
): 'none' | 'some' | 'in_query' {
  const taken = takeCredential(head, cookieNames, maxBytes);
  if (taken.verdict !== 'refused') return 'some';
  const { code, variant } = taken.refusal;
  if (code === 'token_in_query') return 'in_query';
  return code === 'token_missing' && variant === 'no_header' ? 'none' : 'some';
}
