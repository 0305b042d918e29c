import type { Guard } from '@signet/ai';
import { refusal, type SteadyClock } from '@signet/contracts';
import { Denial } from '../../denial.ts';
import type { Journey } from '../../journey.ts';
import { ModelGuards } from '../../model-guards/model-guards.ts';
import type { RequestHead } from '../../request/request-head.ts';
import type { Seats } from '../../seats.ts';
import type { Admitted } from '../../steps/passage.ts';
import { type ChoosableTarget, type CompiledLlm, modelFor } from '../compiled-llm.ts';
import type { Payer } from '../payer.ts';
import { askReachable, keyedNow } from '../plain/ask-plain.ts';
import { keeperOf } from './keeping.ts';
import { type KeptAnswer, keptAnswersFor } from './kept-answers.ts';
import { type KeptDoor, keptQuery } from './kept-door.ts';

export interface KeptAsking {
  readonly door: KeptDoor;
  readonly head: RequestHead;
  readonly llm: CompiledLlm;
  readonly guards: readonly Guard[];
  readonly steady: SteadyClock;
  readonly seats: Seats;
  readonly payer: Payer;
}

/** Asks who keeps an answer for it, under the key under which it is kept; nothing is charged for that. */
export async function askKept(
  journey: Journey,
  admitted: Admitted,
  { door, head, llm, guards: looking, steady, seats, payer }: KeptAsking,
): Promise<Denial | undefined> {
  const query = keptQuery(door, head.query);
  if (query === undefined)
    return new Denial(
      'check-request',
      refusal('model_request_invalid.reading', {
        reason: 'What is kept is given whole, and not asked this.',
      }),
    );
  const answers = await keptAnswersFor(journey, admitted);
  const kept = answers?.open(door.id);
  const found = kept === undefined ? undefined : targetOf(llm, kept);
  if (answers === undefined || kept === undefined || found === undefined)
    return new Denial('check-request', refusal('model_answer_unknown'));
  const target = keyedNow(found, journey, steady());
  if (target === undefined) return new Denial('forward', refusal('model_unavailable.keys_off'));
  const place = target.kind === 'azure' ? '/openai/v1/responses' : '/responses';
  const path = `${place}/${encodeURIComponent(kept.id)}${door.rest}${query}`;
  const guards = new ModelGuards(looking, '');
  const ids = answers.idsOf(kept, { id: kept.id, told: door.id });
  return askReachable(journey, [{ target, path }], {
    door: { kind: 'plain', wish: 'kept-answer', protocol: 'responses' },
    question: { model: kept.model, value: {}, guards, bodyFor: () => '' },
    bare: door.method,
    told: (text, body) => ids.inAnswer(text, body),
    headers: [],
    bytes: 0,
    ...{ steady, seats, payer },
  });
}

/** Who keeps it, where this route asks that one for the model still. */
function targetOf(llm: CompiledLlm, kept: KeptAnswer): ChoosableTarget | undefined {
  const models = [...llm.models.values(), modelFor(llm, `${kept.provider}/${kept.model}`)];
  const targets = models.flatMap((model) => model?.targets ?? []);
  const own = targets.filter(({ model }) => model === kept.model);
  return own.flatMap((target) => keeperOf(target, kept))[0];
}
