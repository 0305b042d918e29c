import { Fields, isRecord } from '../fields/fields.ts';
import { parsedJson } from '../fields/parsed-json.ts';
import type { ModelEvent, ModelFailure } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { cutAnswer, malformedAnswer } from '../model/malformed-answer.ts';
import { readChatError } from '../openai-chat/errors.ts';
import type { ServerEvent } from '../sse/read-events.ts';
import type { ItemReader } from './read-item.ts';
import { ResponseReader } from './read-response.ts';

/** What repeats at the end of a piece what its deltas have told. */
const repeats: ReadonlySet<string> = new Set([
  'response.content_part.added',
  'response.content_part.done',
  'response.output_text.done',
  'response.refusal.done',
  'response.reasoning_text.done',
  'response.reasoning_summary_part.added',
  'response.reasoning_summary_part.done',
  'response.reasoning_summary_text.done',
  'response.function_call_arguments.done',
  'response.custom_tool_call_input.done',
]);

const begins: ReadonlySet<string> = new Set(['response.created', 'response.in_progress', 'response.queued']);

const ends: ReadonlySet<string> = new Set([
  'response.completed',
  'response.incomplete',
  'response.failed',
  'response.cancelled',
]);

/** Reads a streamed answer of Responses. */
export class ResponsesStreamReader {
  readonly #losses: Losses;
  readonly #response: ResponseReader;
  #over = false;

  constructor(options: { readonly losses: Losses }) {
    this.#losses = options.losses;
    this.#response = new ResponseReader(options.losses);
  }

  read({ name, data }: ServerEvent): readonly ModelEvent[] {
    // Some add the end of Chat Completions, which says nothing here.
    if (this.#over || data.trim() === '[DONE]') return [];
    const value = parsedJson(data);
    if (!isRecord(value)) return this.#fail(malformedAnswer('sent an event that is no object of JSON'));
    const event = new Fields(value, { path: '', of: 'answer', losses: this.#losses });
    const type = event.text('type') ?? name;
    if (type === 'error' || type === '') return this.#fail(readChatError(errorIn(value)));
    event.ignore('sequence_number', 'obfuscation');
    if (begins.has(type)) return this.#begin(event);
    if (ends.has(type)) return this.#end(event, type);
    return repeats.has(type) ? [] : this.#readOfItem(type, event);
  }

  /** The connection is at its end: a clean one only where the answer was at its own. */
  end(): readonly ModelEvent[] {
    if (this.#over) return [];
    return this.#fail(cutAnswer);
  }

  #begin(event: Fields): readonly ModelEvent[] {
    const response = event.below('response');
    return response === undefined ? [] : this.#response.begin(response);
  }

  #end(event: Fields, type: string): readonly ModelEvent[] {
    const response = event.below('response');
    event.leave();
    if (response === undefined) return this.#fail(malformedAnswer('ended without an answer'));
    this.#over = true;
    const events = this.#response.end(response);
    const isOver = type === 'response.completed' || type === 'response.incomplete';
    if (isOver || events.some(({ kind }) => kind === 'failed')) return events;
    // It failed by its name, whatever its status says.
    const failed: ModelEvent = { kind: 'failed', failure: malformedAnswer('failed without a reason') };
    return [...events.filter(({ kind }) => kind !== 'end' && kind !== 'finish'), failed];
  }

  #readOfItem(type: string, event: Fields): readonly ModelEvent[] {
    const place = event.number('output_index');
    const item = place === undefined ? undefined : this.#response.item(place);
    if (item === undefined) return this.#unknown(type);
    if (item.over) return [];
    event.ignore('item_id', 'content_index', 'annotation_index', 'summary_index');
    const events = readPiece(type, event, item) ?? this.#unknown(type);
    event.leave();
    return events.length === 0 ? [] : [...this.#response.beginAnyway(), ...events];
  }

  #unknown(type: string): readonly ModelEvent[] {
    this.#losses.note({
      path: type,
      of: 'answer',
      fate: 'dropped',
      reason: 'this kind of event is not known',
    });
    return [];
  }

  #fail(failure: ModelFailure): readonly ModelEvent[] {
    this.#over = true;
    return [{ kind: 'failed', failure }];
  }
}

/** Undefined for an event of a kind that nobody knows. */
function readPiece(type: string, event: Fields, item: ItemReader): readonly ModelEvent[] | undefined {
  const delta = () => event.text('delta') ?? '';
  switch (type) {
    case 'response.output_item.added':
      return within(event, 'item', (fields) => item.added(fields));
    case 'response.output_item.done':
      return within(event, 'item', (fields) => item.done(fields));
    case 'response.output_text.delta':
      return item.text(delta(), event.take('logprobs'));
    case 'response.output_text.annotation.added':
      return within(event, 'annotation', (fields) => item.citation(fields));
    case 'response.refusal.delta':
      return item.refusal(delta());
    case 'response.reasoning_summary_text.delta':
      return item.summary(delta(), event.number('summary_index') ?? 0);
    case 'response.reasoning_text.delta':
      return item.reasoning(delta());
    case 'response.function_call_arguments.delta':
    case 'response.custom_tool_call_input.delta':
      return item.arguments(delta());
    default:
      return item.foreign(type, event.whole());
  }
}

function within(
  event: Fields,
  name: string,
  read: (below: Fields) => readonly ModelEvent[] | undefined,
): readonly ModelEvent[] | undefined {
  const below = event.below(name);
  return below === undefined ? [] : read(below);
}

/** An error stands inside its event, or is the event. */
function errorIn(value: object): unknown {
  return 'error' in value ? value : { error: value };
}
