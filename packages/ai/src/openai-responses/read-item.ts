import type { Fields } from '../fields/fields.ts';
import type { ModelEvent, Opened } from '../model/event.ts';
import { readAnnotation } from './citations.ts';
import { readSeal } from './seal.ts';

/** Between the parts of a summary, which are paragraphs. */
const paragraph = '\n\n';

/**
 * Reads one item of the output: as it is added, its deltas, and as it is done. What it holds in the end and no delta has
 * told comes then, so that it does not matter who streams what; a whole answer is an item that is done at once.
 */
export class ItemReader {
  readonly #next: () => number;
  #opened: { readonly item: number; readonly opens: Opened } | undefined;
  #told = '';
  #json = '';
  #refused = '';
  #citations = 0;
  #summaryPart = 0;
  #over = false;

  constructor(next: () => number) {
    this.#next = next;
  }

  get isCall(): boolean {
    return this.#opened?.opens.kind === 'tool-call';
  }

  /** It is of that type, or nobody has said yet of which. */
  isOf(type: string): boolean {
    const opens = this.#opened?.opens;
    return opens?.kind === 'foreign' ? opens.type === type : this.#mayBe(kindOf(type));
  }

  get over(): boolean {
    return this.#over;
  }

  /** What is known of it at its beginning. Whether reasoning is a summary shows with its first piece. */
  added(item: Fields): readonly ModelEvent[] {
    const type = item.text('type') ?? '';
    if (type === 'reasoning') return [];
    return this.#open(opensOf(type, item));
  }

  /** More of a message. This and each of the following is undefined for an item of another kind. */
  text(text: string, logprobs: unknown): readonly ModelEvent[] | undefined {
    return this.#mayBe('message') ? this.#text(text, logprobs) : undefined;
  }

  refusal(text: string): readonly ModelEvent[] | undefined {
    return this.#mayBe('message') ? this.#refuse(text) : undefined;
  }

  citation(annotation: Fields): readonly ModelEvent[] | undefined {
    return this.#mayBe('message') ? this.#cite(annotation) : undefined;
  }

  /** @param part which paragraph of the summary */
  summary(text: string, part: number): readonly ModelEvent[] | undefined {
    if (!this.#mayBe('reasoning')) return undefined;
    const between = part > this.#summaryPart && this.#told !== '' ? paragraph : '';
    this.#summaryPart = part;
    return this.#reason(between + text, true);
  }

  reasoning(text: string): readonly ModelEvent[] | undefined {
    return this.#mayBe('reasoning') ? this.#reason(text, false) : undefined;
  }

  arguments(json: string): readonly ModelEvent[] | undefined {
    return this.isCall ? this.#argue(json) : undefined;
  }

  /** An event about it that only this protocol has; undefined where it is no item of such a kind. */
  foreign(type: string, value: unknown): readonly ModelEvent[] | undefined {
    if (this.#opened?.opens.kind !== 'foreign') return undefined;
    return [{ kind: 'foreign', item: this.#item(), type, value }];
  }

  /** Reads and leaves the item as it is at its end. */
  done(item: Fields): readonly ModelEvent[] {
    if (this.#over) return [];
    const events = this.#finish(item);
    this.#over = true;
    const end = this.#opened?.opens.kind === 'foreign' ? { value: item.whole() } : {};
    return this.#opened === undefined ? [] : [...events, { kind: 'item-end', item: this.#item(), ...end }];
  }

  /** The answer is over, and nobody has said what became of it. */
  close(): readonly ModelEvent[] {
    if (this.#over || this.#opened === undefined) return [];
    this.#over = true;
    return [{ kind: 'item-end', item: this.#item() }];
  }

  #finish(item: Fields): readonly ModelEvent[] {
    const type = item.text('type') ?? '';
    // It was something else when it began, and cannot become this.
    if (!this.#mayBe(kindOf(type))) {
      item.leave();
      return [];
    }
    item.ignore('id', 'status', 'role');
    switch (type) {
      case 'message':
        return this.#finishMessage(item);
      case 'reasoning':
        return this.#finishReasoning(item);
      case 'function_call':
      case 'custom_tool_call':
        return this.#finishCall(type, item);
      default:
        return this.#open({ kind: 'foreign', type, value: item.whole() });
    }
  }

  #finishMessage(item: Fields): readonly ModelEvent[] {
    const opened = this.#open({ kind: 'message' });
    const parts = item.each('content');
    const texts = parts.map((part) => ({ text: part.text('text') ?? '', logprobs: part.take('logprobs') }));
    const text = texts.map((each) => each.text).join('');
    const refusal = parts.map((part) => part.text('refusal') ?? '').join('');
    const logprobs = texts.flatMap((each) => (Array.isArray(each.logprobs) ? each.logprobs : []));
    const annotations = parts.flatMap((part) => part.each('annotations'));
    const late = annotations.slice(this.#citations);
    const events = [
      ...opened,
      ...this.#text(rest(this.#told, text), this.#told === '' ? logprobs : []),
      ...this.#refuse(rest(this.#refused, refusal)),
      ...late.flatMap((annotation) => this.#cite(annotation)),
    ];
    for (const part of parts) {
      part.ignore('type');
      part.leave();
    }
    item.leave();
    return events;
  }

  #finishReasoning(item: Fields): readonly ModelEvent[] {
    const summary = texts(item, 'summary').join(paragraph);
    const content = texts(item, 'content').join('');
    const encrypted = item.text('encrypted_content');
    const seal = encrypted === undefined ? undefined : readSeal(encrypted);
    item.leave();
    const told = content === '' ? summary : content;
    const events = [
      ...this.#reason(rest(this.#told, told), content === '' && summary !== ''),
      ...this.#open(seal?.redacted === true ? { kind: 'reasoning', redacted: true } : { kind: 'reasoning' }),
    ];
    return seal === undefined
      ? events
      : [...events, { kind: 'sealed', item: this.#item(), sealed: seal.sealed }];
  }

  #finishCall(type: 'function_call' | 'custom_tool_call', item: Fields): readonly ModelEvent[] {
    const opened = this.#open(opensOf(type, item));
    item.ignore('call_id', 'name');
    const json = item.text(type === 'function_call' ? 'arguments' : 'input') ?? '';
    const google = item.below('extra_content')?.below('google')?.text('thought_signature');
    item.leave();
    const events = [...opened, ...this.#argue(rest(this.#json, json))];
    return google === undefined
      ? events
      : [...events, { kind: 'sealed', item: this.#item(), sealed: { maker: 'google', value: google } }];
  }

  #text(text: string, logprobs: unknown): readonly ModelEvent[] {
    const opened = this.#open({ kind: 'message' });
    this.#told += text;
    const tokens = Array.isArray(logprobs) && logprobs.length > 0 ? { logprobs: { content: logprobs } } : {};
    return text === '' ? opened : [...opened, { kind: 'text', item: this.#item(), text, ...tokens }];
  }

  #refuse(text: string): readonly ModelEvent[] {
    const opened = this.#open({ kind: 'message' });
    this.#refused += text;
    return text === '' ? opened : [...opened, { kind: 'refusal', item: this.#item(), text }];
  }

  #cite(annotation: Fields): readonly ModelEvent[] {
    const opened = this.#open({ kind: 'message' });
    this.#citations += 1;
    return [...opened, { kind: 'citation', item: this.#item(), citation: readAnnotation(annotation) }];
  }

  #argue(json: string): readonly ModelEvent[] {
    this.#json += json;
    return json === '' ? [] : [{ kind: 'arguments', item: this.#item(), json }];
  }

  #reason(text: string, summary: boolean): readonly ModelEvent[] {
    if (text === '') return [];
    const opened = this.#open(summary ? { kind: 'reasoning', summary } : { kind: 'reasoning' });
    this.#told += text;
    return [...opened, { kind: 'text', item: this.#item(), text }];
  }

  #mayBe(kind: Opened['kind']): boolean {
    return this.#opened === undefined || this.#opened.opens.kind === kind;
  }

  #open(opens: Opened): readonly ModelEvent[] {
    if (this.#opened !== undefined) return [];
    const item = this.#next();
    this.#opened = { item, opens };
    return [{ kind: 'item', item, opens }];
  }

  #item(): number {
    return this.#opened?.item ?? 0;
  }
}

function kindOf(type: string): Opened['kind'] {
  if (type === 'message' || type === 'reasoning') return type;
  return type === 'function_call' || type === 'custom_tool_call' ? 'tool-call' : 'foreign';
}

function opensOf(type: string, item: Fields): Opened {
  switch (type) {
    case 'message':
      return { kind: 'message' };
    case 'function_call':
      return {
        kind: 'tool-call',
        id: item.text('call_id') ?? item.text('id') ?? '',
        name: item.text('name') ?? '',
      };
    case 'custom_tool_call':
      return {
        kind: 'tool-call',
        id: item.text('call_id') ?? item.text('id') ?? '',
        name: item.text('name') ?? '',
        custom: true,
      };
    default:
      return { kind: 'foreign', type, value: item.whole() };
  }
}

/** What is told in the end and was not on the way; nothing where the two contradict each other, as it cannot be taken back. */
function rest(told: string, whole: string): string {
  return whole.startsWith(told) ? whole.slice(told.length) : '';
}

/** The texts of a list of parts, which it leaves. */
function texts(item: Fields, name: string): readonly string[] {
  return item.each(name).map((part) => {
    part.ignore('type');
    const text = part.text('text') ?? '';
    part.leave();
    return text;
  });
}
