import { elapsed, refusal, type SteadyClock } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { Journey } from '../journey.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { CompiledCheck } from '../webhook/compile-check.ts';
import { questionOf } from '../webhook/question.ts';
import type { Asked, Webhooks } from '../webhook/webhooks.ts';
import type { Admitted } from './passage.ts';

interface WebhookContext {
  readonly webhooks: Webhooks;
  readonly steady: SteadyClock;
}

/**
 * Asks the check of the route about a call that everything else admits. Without an answer of use the call is refused, unless the
 * route says loudly that it passes.
 */
export async function askWebhook(
  journey: Journey,
  head: RequestHead,
  admitted: Admitted,
  check: CompiledCheck,
  { webhooks, steady }: WebhookContext,
): Promise<Denial | undefined> {
  const began = steady();
  const asked = await webhooks.ask(check, questionOf(check, head, admitted, journey.reference));
  const tookMs = Math.max(0, Math.round(elapsed(began, steady()) * 10) / 10);
  journey.trace.tell({ step: 'ask-webhook', host: check.host, verdict: asked.kind, tookMs });
  if (asked.kind === 'allowed') {
    journey.added = asked.headers;
    return undefined;
  }
  return refused(asked, check);
}

function refused(
  asked: Exclude<Asked, { readonly kind: 'allowed' }>,
  { timeout, allowOnFailure }: CompiledCheck,
): Denial | undefined {
  if (asked.kind === 'refused') {
    const { reason } = asked;
    const told =
      reason === undefined ? refusal('check_refused.silent') : refusal('check_refused.reason', { reason });
    return new Denial('ask-webhook', told);
  }
  if (allowOnFailure) return undefined;
  return new Denial('ask-webhook', refusal('check_unavailable', { ms: timeout }), {
    headers: ['retry-after', '1'],
  });
}
