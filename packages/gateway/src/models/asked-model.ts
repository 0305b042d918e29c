import type { ChatDialect, Loss, Losses, ModelEvent, ModelRequest, Protocol } from '@signet/ai';
import type { ModelGuards } from '../model-guards/model-guards.ts';
import type { CompiledLlm } from './compiled-llm.ts';
import type { Keeping } from './kept/keeping.ts';
import type { Caller } from './provider-wire.ts';
import { memberOf, type Question, rewritten, type Written } from './question.ts';
import type { CallSeals } from './sealed/call-seals.ts';
import type { StreamWriter } from './spoken.ts';

/** What a caller asks, read once for all who may be asked. */
export interface AskedModel {
  readonly llm: CompiledLlm;
  readonly protocol: Protocol;
  readonly request: ModelRequest;
  /** What its reading passed over; nothing where its bytes go on as they came. */
  readonly unread: Losses;
  /** As its caller wrote it. */
  readonly came: Question;
  /** As it may be asked: what a guard masks is masked in it. */
  readonly question: Question;
  readonly guards: ModelGuards;
  readonly caller: Caller;
  /** Where the caller speaks none of the protocols: `protocol` is then what a provider is spoken to by, where it can be. */
  readonly own?: OwnWords;
  /** Where a provider keeps the answer, or one before it, and the caller may come back to it. */
  readonly keeping?: Keeping;
  /** Undefined where ids of calls carry nothing. */
  readonly seals?: CallSeals;
}

/** How a caller is answered that speaks no protocol of models. */
export interface OwnWords {
  /** What was asked for, for headers and the record. */
  readonly asked: string;
  /** Why an answer is none, without anything of what it says; undefined where it is one. */
  fault(events: readonly ModelEvent[]): string | undefined;
  writeAnswer(events: readonly ModelEvent[]): { readonly status: number; readonly body: unknown };
  writer(): StreamWriter;
}

/**
 * Usage is asked for in each stream, as nobody can be billed without it, and hidden from who did not ask; of who tells it unasked
 * nothing is hidden, as its callers know it so.
 */
export function hidesUsage({ protocol, request }: AskedModel, { countsUnasked }: ChatDialect): boolean {
  return protocol === 'chat' && request.stream && !request.streamUsage && countsUnasked !== true;
}

/** The question as it came, for who speaks the same protocol: but for the name of the model, and for usage. */
export function sameQuestion(asked: AskedModel, model: string, dialect: ChatDialect): string {
  const { question, request, protocol } = asked;
  const changes: Written[] = [];
  if (protocol !== 'gemini' && request.model !== model)
    changes.push({ name: 'model', json: JSON.stringify(model) });
  if (hidesUsage(asked, dialect))
    changes.push({ name: 'stream_options', json: JSON.stringify(withUsage(question.value)) });
  return changes.length === 0 ? question.text : rewritten(question, changes);
}

function withUsage(value: unknown): object {
  const options =
    typeof value === 'object' && value !== null && 'stream_options' in value ? value.stream_options : {};
  return { ...(typeof options === 'object' ? options : {}), include_usage: true };
}

/** What a provider must be told and the caller has not said, such as a limit, is no loss of the caller's. */
export function wasSent({ question }: Pick<AskedModel, 'question'>, { path }: Loss): boolean {
  const [member = ''] = path.split(/[.[]/, 1);
  return memberOf(question.root, member) !== undefined;
}
