import { refusal, type SignetRefusal } from '@signet/contracts';
import type { ModelGuards } from '../../model-guards/model-guards.ts';
import type { ChoosableTarget, CompiledModel } from '../compiled-llm.ts';
import { protocolWith } from '../provider-wire.ts';
import { type Question, readQuestion, rewritten } from '../question.ts';
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts';

/** What a question has to do with answers that a provider keeps. */
export interface Keeping {
  readonly answers: KeptAnswers;
  /** The one that it goes on from, and by which id its caller knows it. */
  readonly before?: KeptAnswer & { readonly told: string };
}

interface Kept {
  /** With the id that the provider gave. */
  readonly question: Question;
  readonly keeping?: Keeping;
}

/** A caller that says `store: true` wants to come back to the answer: its bytes are not untouched then, as its id is another one. */
export function keepingOf(
  question: Question,
  guards: ModelGuards,
  answers: KeptAnswers | undefined,
): Kept | SignetRefusal {
  if (answers === undefined) return { question };
  const { store, previous_response_id: told } = question.value as Readonly<Record<string, unknown>>;
  const before = typeof told === 'string' ? answers.open(told) : undefined;
  if (typeof told !== 'string' || before === undefined)
    return store === true ? { question, keeping: { answers } } : { question };
  if (!guards.answer().isOpen)
    return refusal('model_request_invalid.reading', {
      reason: 'A guard of this route looks into answers, and into none that a provider keeps.',
    });
  const json = JSON.stringify(before.id);
  const text = rewritten(question, [{ name: 'previous_response_id', json }]);
  const named = readQuestion(Buffer.from(text));
  return 'root' in named ? { question: named, keeping: { answers, before: { ...before, told } } } : named;
}

/** Those alone who keep the answer that a question goes on from, by the key under which they keep it. */
export function keptBy(model: CompiledModel, before: KeptAnswer | undefined): CompiledModel {
  if (before === undefined) return model;
  const targets = model.targets.flatMap((target) => keeperOf(target, before));
  return { ...model, targets };
}

export function keeperOf(target: ChoosableTarget, { provider, key }: KeptAnswer): readonly ChoosableTarget[] {
  // Its kind stands for who keeps: what speaks no Responses keeps no answer.
  if (target.provider !== provider || protocolWith(target, 'responses') !== 'responses') return [];
  if (target.keys.length === 0) return key === null ? [target] : [];
  const keys = target.keys.filter(({ reference }) => reference === key);
  return keys.length === 0 ? [] : [{ ...target, keys }];
}
