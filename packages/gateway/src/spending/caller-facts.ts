import type { BudgetFacts } from '@signet/ai';
import type { RequestHead } from '../request/request-head.ts';
import type { Admitted } from '../steps/passage.ts';
import { tagsIn } from './tags-in.ts';

/** What is known of a caller, whatever it asks. */
export function callerFacts(
  admitted: Admitted,
  { headers }: Pick<RequestHead, 'headers'>,
): Omit<BudgetFacts, 'provider' | 'model'> {
  const facts = { route: admitted.route.id, tags: tagsIn(headers) };
  if (!('token' in admitted)) return { ...facts, claims: {} };
  const { claims, jti } = admitted.token;
  return { ...facts, claims, ...(admitted.keyHash === undefined || jti === undefined ? {} : { key: jti }) };
}
