import type { Fields } from '../fields/fields.ts';
import type { ModelEvent, ModelFailure } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { malformedAnswer } from '../model/malformed-answer.ts';
import type { Usage } from '../model/usage.ts';
import { readChatError } from '../openai-chat/errors.ts';
import { believable } from '../usage/doubts.ts';
import { readFinish } from './finish.ts';
import { ItemReader } from './read-item.ts';
import { readResponsesUsage } from './usage.ts';

/** What a response repeats of its request, and what its status implies. */
const repeated = [
  'object',
  'background',
  'completed_at',
  'frequency_penalty',
  'input',
  'instructions',
  'max_output_tokens',
  'max_tool_calls',
  'metadata',
  'parallel_tool_calls',
  'presence_penalty',
  'previous_response_id',
  'prompt_cache_key',
  'prompt_cache_retention',
  'reasoning',
  'safety_identifier',
  'store',
  'temperature',
  'text',
  'tool_choice',
  'tools',
  'top_logprobs',
  'top_p',
  'truncation',
  'user',
] as const;

/** So many items in one answer. */
const mostItems = 10_000;

/** What one answer has told so far; its items by their place in the output, as some give them new ids with each event. */
export class ResponseReader {
  readonly #losses: Losses;
  readonly #items = new Map<number, ItemReader>();
  #begun = false;
  #next = 0;

  constructor(losses: Losses) {
    this.#losses = losses;
  }

  begin(response: Fields): readonly ModelEvent[] {
    const id = response.text('id') ?? '';
    const model = response.text('model') ?? '';
    const createdAt = response.number('created_at') ?? 0;
    if (this.#begun) return [];
    this.#begun = true;
    return [{ kind: 'begin', id, model, ...(createdAt > 0 ? { createdAt } : {}) }];
  }

  /** For one that tells its items without having said who it is. */
  beginAnyway(): readonly ModelEvent[] {
    if (this.#begun) return [];
    this.#begun = true;
    return [{ kind: 'begin', id: '', model: '' }];
  }

  /** The item at that place; undefined for a place that cannot be. */
  item(place: number): ItemReader | undefined {
    const known = this.#items.get(place);
    if (known !== undefined) return known;
    if (!Number.isInteger(place) || place < 0 || this.#items.size >= mostItems) return undefined;
    const reader = new ItemReader(() => this.#next++);
    this.#items.set(place, reader);
    return reader;
  }

  /** Reads and leaves a response that is over: what no event has told of it yet, and how it ended. */
  end(response: Fields): readonly ModelEvent[] {
    const begin = this.begin(response);
    response.ignore(...repeated);
    const status = response.text('status');
    const done = this.#late(response.each('output'));
    const items = [...done, ...[...this.#items.values()].flatMap((item) => item.close())];
    const usage = this.#usage(response);
    const reason = response.below('incomplete_details')?.text('reason');
    const failure = failureOf(response, status);
    response.leave();
    const told: readonly ModelEvent[] = usage === undefined ? [] : [{ kind: 'usage', usage }];
    if (failure !== undefined) return [...begin, ...items, ...told, { kind: 'failed', failure }];
    const hasCalls = [...this.#items.values()].some(({ isCall }) => isCall);
    return [
      ...begin,
      ...items,
      { kind: 'finish', ...readFinish(reason, hasCalls) },
      ...told,
      { kind: 'end' },
    ];
  }

  /**
   * The output once more. It has no gaps, which the places of a stream may have; so each is the next of those that came, if it
   * is of that kind, and else one that no event has told of.
   */
  #late(output: readonly Fields[]): readonly ModelEvent[] {
    const streamed = [...this.#items].sort(([one], [other]) => one - other);
    const behind = (streamed.at(-1)?.[0] ?? -1) + 1;
    let at = 0;
    return output.flatMap((item, index) => {
      const next = streamed[at]?.[1];
      if (next?.isOf(item.text('type') ?? '') !== true) return this.item(behind + index)?.done(item) ?? [];
      at += 1;
      return next.done(item);
    });
  }

  /** A count of nothing beside an answer is not believed. */
  #usage(response: Fields): Usage | undefined {
    const tier = response.text('service_tier');
    const fields = response.below('usage');
    const usage = fields && readResponsesUsage(fields, tier);
    if (usage === undefined) return undefined;
    return believable(usage, { hasContent: this.#items.size > 0, losses: this.#losses }) ? usage : undefined;
  }
}

const over: ReadonlySet<string> = new Set(['completed', 'incomplete']);

/** An error, or a status that is no end: whoever answers later has not answered. */
function failureOf(response: Fields, status: string | undefined): ModelFailure | undefined {
  const error = response.take('error');
  if (error !== undefined) return readChatError({ error });
  if (status === undefined || over.has(status)) return undefined;
  return malformedAnswer(status === 'cancelled' ? 'has cancelled its answer' : 'ended without an answer');
}
