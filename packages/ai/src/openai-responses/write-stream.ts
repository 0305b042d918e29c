import { failureOf } from '../failure/failure-in.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent, ModelFailure } from '../model/event.ts';
import { heartbeat, writeEvent } from '../sse/write-event.ts';
import { writeAnnotation } from './citations.ts';
import type { OutputItem } from './output-item.ts';
import { ResponseBuilder } from './write-response.ts';

type Wire = Readonly<Record<string, unknown>>;

const eventName = /^[a-z_.]{1,100}$/;

/** The part of an item that is open, of which deltas come. */
type OpenPart = 'text' | 'refusal' | 'thought';

/** Writes events as a streamed answer of Responses: what it gives are the bytes to send, each time. */
export class ResponsesStreamWriter {
  readonly #builder: ResponseBuilder;
  readonly #parts = new Map<OutputItem, OpenPart[]>();
  readonly #citations = new Map<OutputItem, number>();
  #count = 0;
  #over = false;

  constructor(options: { readonly notes: Notes }) {
    this.#builder = new ResponseBuilder(options.notes);
  }

  write(event: ModelEvent): string {
    if (this.#over) return '';
    if (event.kind === 'ping') return heartbeat;
    const failure = failureOf(event);
    if (failure !== undefined) return this.#fail(failure);
    const item = this.#builder.add(event);
    if (event.kind === 'begin') return this.#begin();
    if (event.kind === 'end') return this.#end();
    return item === undefined ? '' : this.#ofItem(item, event);
  }

  #begin(): string {
    const response = this.#builder.begun();
    return this.#event('response.created', { response }) + this.#event('response.in_progress', { response });
  }

  #end(): string {
    this.#over = true;
    const response = this.#builder.ended();
    return this.#event(`response.${String(response['status'])}`, { response });
  }

  /** Clients go by `error` inside the data, and by its members beside it. */
  #fail({ message, type, code, param }: ModelFailure): string {
    this.#over = true;
    const error = { type: type ?? 'server_error', code: code ?? null, message, param: param ?? null };
    return this.#event('error', { error, code: error.code, message, param: error.param });
  }

  #ofItem(item: OutputItem, event: ModelEvent): string {
    switch (event.kind) {
      case 'item':
        return this.#event('response.output_item.added', {
          output_index: item.place,
          item: item.wire('in_progress'),
        });
      case 'text':
        return this.#text(item, event.text, event.logprobs);
      case 'refusal':
        return this.#delta(item, 'refusal', 'response.refusal.delta', { delta: event.text });
      case 'citation':
        return this.#citation(item, event);
      case 'arguments':
        return this.#arguments(item, event.json);
      case 'foreign':
        // It comes from the upstream, and stands in a line of its own.
        return eventName.test(event.type)
          ? this.#event(event.type, { ...objectOf(event.value), output_index: item.place })
          : '';
      case 'item-end':
        return this.#endItem(item);
      default:
        return '';
    }
  }

  #text(item: OutputItem, delta: string, logprobs: unknown): string {
    if (item.opens.kind === 'message') {
      const content = objectOf(logprobs)['content'];
      return this.#delta(item, 'text', 'response.output_text.delta', {
        delta,
        logprobs: Array.isArray(content) ? content : [],
      });
    }
    if (item.opens.kind !== 'reasoning') return '';
    const type = item.isSummary ? 'response.reasoning_summary_text.delta' : 'response.reasoning_text.delta';
    return this.#delta(item, 'thought', type, { delta });
  }

  #citation(item: OutputItem, { citation }: ModelEvent & { readonly kind: 'citation' }): string {
    const count = this.#citations.get(item) ?? 0;
    this.#citations.set(item, count + 1);
    return this.#delta(item, 'text', 'response.output_text.annotation.added', {
      annotation_index: count,
      annotation: writeAnnotation(citation),
    });
  }

  #arguments(item: OutputItem, delta: string): string {
    if (item.opens.kind !== 'tool-call') return '';
    const type =
      item.opens.custom === true
        ? 'response.custom_tool_call_input.delta'
        : 'response.function_call_arguments.delta';
    return this.#event(type, { item_id: item.id, output_index: item.place, delta });
  }

  /** An event about a part, which is opened before. */
  #delta(item: OutputItem, part: OpenPart, type: string, body: Wire): string {
    const parts = this.#parts.get(item) ?? [];
    this.#parts.set(item, parts);
    const opens = parts.includes(part) ? '' : this.#openPart(item, part, parts.push(part) - 1);
    return opens + this.#event(type, { ...this.#placeOf(item, parts.indexOf(part)), ...body });
  }

  #openPart(item: OutputItem, part: OpenPart, index: number): string {
    const type = item.isSummary ? 'response.reasoning_summary_part.added' : 'response.content_part.added';
    return this.#event(type, { ...this.#placeOf(item, index), part: emptyPart(item, part) });
  }

  #endItem(item: OutputItem): string {
    const parts = this.#parts.get(item) ?? [];
    const ends = parts.map((part, index) => this.#endPart(item, part, index));
    return [...ends, this.#endCall(item), this.#done(item)].join('');
  }

  #endPart(item: OutputItem, part: OpenPart, index: number): string {
    const place = this.#placeOf(item, index);
    switch (part) {
      case 'text': {
        const whole = item.parts[0] ?? emptyPart(item, part);
        return (
          this.#event('response.output_text.done', {
            ...place,
            text: whole['text'],
            logprobs: whole['logprobs'],
          }) + this.#event('response.content_part.done', { ...place, part: whole })
        );
      }
      case 'refusal': {
        const { refusal } = item;
        return (
          this.#event('response.refusal.done', { ...place, refusal }) +
          this.#event('response.content_part.done', { ...place, part: { type: 'refusal', refusal } })
        );
      }
      case 'thought': {
        const { text } = item;
        const whole = { ...emptyPart(item, part), text };
        return item.isSummary
          ? this.#event('response.reasoning_summary_text.done', { ...place, text }) +
              this.#event('response.reasoning_summary_part.done', { ...place, part: whole })
          : this.#event('response.reasoning_text.done', { ...place, text }) +
              this.#event('response.content_part.done', { ...place, part: whole });
      }
    }
  }

  #endCall(item: OutputItem): string {
    if (item.opens.kind !== 'tool-call') return '';
    const place = { item_id: item.id, output_index: item.place };
    return item.opens.custom === true
      ? this.#event('response.custom_tool_call_input.done', { ...place, input: item.json })
      : this.#event('response.function_call_arguments.done', { ...place, arguments: item.json });
  }

  #done(item: OutputItem): string {
    return this.#event('response.output_item.done', {
      output_index: item.place,
      item: item.wire('completed'),
    });
  }

  #placeOf(item: OutputItem, index: number): Wire {
    const at = item.isSummary ? { summary_index: index } : { content_index: index };
    return { item_id: item.id, output_index: item.place, ...at };
  }

  #event(type: string, body: Wire): string {
    const data = JSON.stringify({ ...body, type, sequence_number: this.#count });
    this.#count += 1;
    return writeEvent({ name: type, data });
  }
}

function emptyPart(item: OutputItem, part: OpenPart): Wire {
  if (part === 'refusal') return { type: 'refusal', refusal: '' };
  if (part === 'text') return { type: 'output_text', text: '', annotations: [], logprobs: [] };
  return { type: item.isSummary ? 'summary_text' : 'reasoning_text', text: '' };
}

function objectOf(value: unknown): Wire {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
