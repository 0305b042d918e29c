import type { KeptMask } from '@signet/ai';
import {
  type KeptAnswer,
  type KeptCall,
  type KeptToolCall,
  longestKeptAnswer,
  longestKeptQuestion,
  type Reference,
} from '@signet/contracts';
import type { AskedModel } from '../models/asked-model.ts';
import { needsOf } from '../models/choosing/needs.ts';
import type { ModelTrace } from '../models/model-trace.ts';
import type { CompiledKeep } from './compile-keep.ts';

/** A call that was answered. */
export interface AnsweredCall {
  readonly asked: AskedModel;
  readonly trace: Pick<ModelTrace, 'target' | 'usage' | 'cost'>;
  readonly answer: KeptAnswer;
  readonly reference: Reference;
  readonly route: string;
  readonly at: number;
  readonly took: number;
}

/** As it may be written down; undefined where a part of it cannot be masked, or it is too long. */
export function keptCall({ mask, keepFor }: CompiledKeep, call: AnsweredCall): KeptCall | undefined {
  const { asked, trace, reference, route, at, took } = call;
  const { target, usage, cost } = trace;
  if (target === undefined || asked.question.text.length > longestKeptQuestion || !isOfText(asked))
    return undefined;
  const question = mask.question(asked.question.value);
  if (question === undefined || question.length > longestKeptQuestion) return undefined;
  const answer = maskedAnswer(call.answer, mask);
  if (answer === undefined) return undefined;
  return {
    ...{ reference, at, forgetAt: at + keepFor, route },
    ...{ protocol: asked.protocol, asked: asked.request.model },
    ...{ provider: target.provider, model: target.model, took: Math.max(0, Math.round(took)) },
    ...(usage === undefined ? {} : { input: usage.input, output: usage.output }),
    ...(cost?.kind === 'known' ? { costMicros: cost.micros, currency: cost.currency } : {}),
    question,
    answer,
  };
}

/** Into images, sound and files nobody looks, wherever they are, and into what a provider keeps neither. */
function isOfText({ request, keeping }: AskedModel): boolean {
  if (keeping?.before !== undefined) return false;
  const { abilities } = needsOf(request);
  return !abilities.has('vision') && !abilities.has('audio') && !abilities.has('files');
}

function maskedAnswer({ text, calls, end }: KeptAnswer, mask: KeptMask): KeptAnswer | undefined {
  const masked = { text: mask.text(text), calls: calls.map((call) => maskedCall(call, mask)), end };
  const size = masked.calls.reduce((sum, { arguments: json }) => sum + json.length, masked.text.length);
  return size > longestKeptAnswer ? undefined : masked;
}

/** Arguments that are no JSON are a text; so are those with bytes in them, of which no guard finds an end. */
function maskedCall({ name, arguments: json }: KeptToolCall, mask: KeptMask): KeptToolCall {
  return { name: mask.text(name).slice(0, 256), arguments: mask.json(json) ?? mask.text(json) };
}
