import { isRecord } from '../fields/fields.ts';
import { parsedJson } from '../fields/parsed-json.ts';
import type { WireBlock, WireEvent, WireMessage } from './wire-event.ts';

interface Growing {
  block: Record<string, unknown> & { type: string };
  json: string;
}

/** What the events of a stream add up to, as Anthropic's own clients add them. */
export class MessageSum {
  readonly #blocks: Growing[] = [];
  #message: WireMessage | undefined;
  #last: Extract<WireEvent, { readonly type: 'message_delta' }> | undefined;
  #error: WireEvent | undefined;

  add(event: WireEvent): void {
    switch (event.type) {
      case 'message_start':
        this.#message = event.message;
        return;
      case 'content_block_start':
        this.#blocks.push({ block: { ...event.content_block }, json: '' });
        return;
      case 'content_block_delta':
        grow(this.#blocks[event.index], event.delta);
        return;
      case 'message_delta':
        this.#last = event;
        return;
      case 'error':
        this.#error = event;
        return;
      default:
        return;
    }
  }

  get error(): WireEvent | undefined {
    return this.#error;
  }

  get stopReason(): string | undefined {
    return this.#last?.delta.stop_reason;
  }

  /** Its blocks, and undefined in place of one whose input is no object of JSON. */
  get content(): readonly (WireBlock | undefined)[] {
    return this.#blocks.map(({ block, json }) => {
      if (json === '') return block;
      const input = parsedJson(json);
      return isRecord(input) ? { ...block, input } : undefined;
    });
  }

  /** Undefined for a stream without a beginning or an end. */
  messageWith(content: readonly WireBlock[]): WireMessage | undefined {
    if (this.#message === undefined || this.#last === undefined) return undefined;
    return { ...this.#message, content, ...this.#last.delta, usage: this.#last.usage };
  }
}

function grow(growing: Growing | undefined, delta: WireBlock): void {
  if (growing === undefined) return;
  const { block } = growing;
  switch (delta.type) {
    case 'text_delta':
      block['text'] = `${block['text']}${delta['text']}`;
      return;
    case 'thinking_delta':
      block['thinking'] = `${block['thinking']}${delta['thinking']}`;
      return;
    case 'signature_delta':
      block['signature'] = delta['signature'];
      return;
    case 'citations_delta':
      block['citations'] = [
        ...(Array.isArray(block['citations']) ? block['citations'] : []),
        delta['citation'],
      ];
      return;
    case 'input_json_delta':
      growing.json += String(delta['partial_json']);
      return;
    case 'compaction_delta':
      block['content'] = delta['content'];
      return;
    default:
      return;
  }
}
