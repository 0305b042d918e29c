import { createHash } from 'node:crypto';
import { refusal } from '@signet/contracts';
import { type Denied, denied } from '../outcome.ts';
import { type UseOnceParts, useOnce } from '../token-endpoint/use-once.ts';
import type { Held, ProviderFailure } from './provider-cookie.ts';

/** Asked before anything is done; which of parallel ones is the first, the store decides afterwards. */
export async function isUsed(held: Held<'answered'>, { protocol, wall }: UseOnceParts): Promise<boolean> {
  const hash = createHash('sha256').update(nameOf(held)).digest('hex');
  return (await protocol.find({ kind: 'seen', hash }, wall()))?.usedAt !== undefined;
}

/** Whether this is the first time that the answer of the provider counts, on any node. */
export function useAnswer(held: Held<'answered'>, parts: UseOnceParts): Promise<boolean> {
  return useOnce(nameOf(held), held.until, parts);
}

function nameOf({ id }: Held<'answered'>): string {
  return `provider answer ${id}`;
}

/** What people are told of a provider that signed nobody in. */
export const failures: { readonly [Why in ProviderFailure]: Denied } = {
  denied: denied(refusal('provider_refused.denied')),
  refused: denied(refusal('provider_refused.other')),
  invalid: denied(refusal('provider_answer_invalid')),
  unreachable: denied(refusal('provider_unreachable')),
};
