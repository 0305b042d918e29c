import { Fields, isRecord } from '../fields/fields.ts';
import { merged } from '../fields/merged.ts';
import { parsedJson } from '../fields/parsed-json.ts';
import type { ModelEvent, ModelFailure } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { cutAnswer, malformedAnswer } from '../model/malformed-answer.ts';
import type { ServerEvent } from '../sse/read-events.ts';
import { believable, isZero } from '../usage/doubts.ts';
import { type Finish, readBegin, readEdits, readFinish } from './answer-head.ts';
import { CallIds } from './call-ids.ts';
import { readAnthropicError } from './errors.ts';
import type { OpenBlock } from './open-block.ts';
import { beginBlock } from './read-block.ts';
import { readUsage } from './read-usage.ts';

type Wire = Readonly<Record<string, unknown>>;

/** So many blocks may be open at once; Anthropic has one. */
const mostOpen = 256;

/** Reads a stream of Anthropic's. It is over with `end` or `failed`; whatever comes after that is told as lost. */
export class AnthropicStreamReader {
  readonly #losses: Losses;
  readonly #ids: CallIds;
  readonly #open = new Map<number, OpenBlock>();
  #message: string | undefined;
  #over = false;
  #items = 0;
  /** As the wire says it, one event over the other. */
  #usage: unknown;
  #finish: Finish | undefined;

  constructor({ losses }: { losses: Losses }) {
    this.#losses = losses;
    this.#ids = new CallIds(losses);
  }

  read(event: ServerEvent): readonly ModelEvent[] {
    const wire = parsedJson(event.data);
    if (this.#over) return this.#late(event);
    if (!isRecord(wire)) return this.#fails(malformedAnswer('sent an event that is no object of JSON'));
    return this.#take(wire);
  }

  /** The connection is over. Without `message_stop` that is a cut, however whole the answer looks. */
  end(): readonly ModelEvent[] {
    return this.#over ? [] : this.#fails(cutAnswer);
  }

  #take(wire: Wire): readonly ModelEvent[] {
    switch (wire['type']) {
      case 'message_start':
        return this.#starts(wire);
      case 'content_block_start':
        return this.#begins(wire);
      case 'content_block_delta':
        return this.#continues(wire);
      case 'content_block_stop':
        return this.#closes(wire);
      case 'message_delta':
        return this.#concludes(wire);
      case 'message_stop':
        return this.#stops();
      case 'ping':
        return this.#message === undefined ? [] : [{ kind: 'ping' }];
      case 'error':
        return this.#fails(readAnthropicError(wire));
      default:
        return this.#unknown(wire);
    }
  }

  /** Some intermediaries send the beginning twice; another answer within this one cannot be told apart from it any more. */
  #starts(wire: Wire): readonly ModelEvent[] {
    const event = this.#fieldsOf(wire, '');
    const message = event.below('message');
    if (message === undefined) return this.#fails(malformedAnswer('began its answer without a message'));
    const begin = readBegin(message);
    const id = begin.kind === 'begin' ? begin.id : '';
    if (this.#message !== undefined) return this.#startsAgain(id);
    this.#message = id;
    const content = message.list('content').flatMap((value) => this.#wholeBlock(value));
    this.#usage = message.take('usage');
    this.#finish = readFinish(message, this.#losses);
    message.leave();
    event.leave();
    return [begin, ...content, ...this.#countedSoFar()];
  }

  #startsAgain(id: string): readonly ModelEvent[] {
    if (id !== this.#message) return this.#fails(malformedAnswer('began another answer within its answer'));
    this.#note('message_start', 'it came twice');
    return [];
  }

  #begins(wire: Wire): readonly ModelEvent[] {
    const event = this.#fieldsOf(wire, '');
    const index = event.number('index') ?? -1;
    if (this.#message === undefined || this.#open.has(index) || this.#open.size >= mostOpen) {
      return this.#fails(malformedAnswer('began a part of its answer out of turn'));
    }
    const begun = this.#block(event.take('content_block'), `content[${index}]`);
    event.leave();
    if (begun === undefined) return this.#fails(malformedAnswer('began a part of its answer that is none'));
    this.#open.set(index, begun.block);
    return begun.events;
  }

  #continues(wire: Wire): readonly ModelEvent[] {
    const event = this.#fieldsOf(wire, '');
    const index = event.number('index') ?? -1;
    const block = this.#open.get(index);
    const value = event.take('delta');
    event.leave();
    if (block === undefined || !isRecord(value)) {
      return this.#fails(malformedAnswer('went on with a part of its answer that it had not begun'));
    }
    const delta = this.#fieldsOf(value, `content[${index}]`);
    const type = typeof value['type'] === 'string' ? value['type'] : '';
    const events = block.take(type, delta);
    if (events === undefined) return [{ kind: 'foreign', item: block.item, type, value }];
    delta.leave();
    return events;
  }

  #closes(wire: Wire): readonly ModelEvent[] {
    const event = this.#fieldsOf(wire, '');
    const index = event.number('index') ?? -1;
    const block = this.#open.get(index);
    event.leave();
    if (block === undefined)
      return this.#fails(malformedAnswer('ended a part of its answer that it had not begun'));
    this.#open.delete(index);
    return block.close();
  }

  #concludes(wire: Wire): readonly ModelEvent[] {
    const event = this.#fieldsOf(wire, '');
    const delta = event.below('delta');
    this.#finish = (delta && readFinish(delta, this.#losses)) ?? this.#finish;
    delta?.leave();
    this.#usage = merged(this.#usage, event.take('usage'));
    readEdits(event);
    event.leave();
    return this.#countedSoFar();
  }

  #stops(): readonly ModelEvent[] {
    if (this.#message === undefined) return this.#fails(malformedAnswer('ended its answer before it began'));
    if (this.#open.size > 0) return this.#fails(cutAnswer);
    if (this.#finish === undefined) return this.#fails(malformedAnswer('does not say why it ended'));
    const usage = this.#counted();
    const doubts = { hasContent: this.#items > 0, losses: this.#losses };
    const zeros: readonly ModelEvent[] =
      believable(usage, doubts) && isZero(usage) ? [{ kind: 'usage', usage }] : [];
    this.#over = true;
    return [...zeros, this.#finish, { kind: 'end' }];
  }

  /** What has been counted is told at once: if the answer is cut, it is all that a bill can rest on. Zeros wait for the end. */
  #countedSoFar(): readonly ModelEvent[] {
    const usage = this.#counted();
    return usage === undefined || isZero(usage) ? [] : [{ kind: 'usage', usage }];
  }

  #counted(): ReturnType<typeof readUsage> {
    return isRecord(this.#usage) ? readUsage(this.#fieldsOf(this.#usage, 'usage')) : undefined;
  }

  #wholeBlock(value: unknown): readonly ModelEvent[] {
    const begun = this.#block(value, `content[${this.#items}]`);
    return begun === undefined ? [] : [...begun.events, ...begun.block.close()];
  }

  #block(value: unknown, path: string): ReturnType<typeof beginBlock> {
    const place = { item: this.#items, path, losses: this.#losses, idOf: (id: string) => this.#ids.of(id) };
    const begun = beginBlock(value, place);
    if (begun !== undefined) this.#items += 1;
    return begun;
  }

  #unknown(wire: Wire): readonly ModelEvent[] {
    this.#note(String(wire['type']), 'this kind of event is unknown');
    return [];
  }

  #late({ name }: ServerEvent): readonly ModelEvent[] {
    this.#note(`${name || 'event'} after the end`, 'the answer was over');
    return [];
  }

  #note(path: string, reason: string): void {
    this.#losses.note({ path, of: 'answer', fate: 'dropped', reason });
  }

  #fails(failure: ModelFailure): readonly ModelEvent[] {
    this.#over = true;
    return [{ kind: 'failed', failure }];
  }

  #fieldsOf(value: unknown, path: string): Fields {
    const fields = new Fields(value, { path, of: 'answer', losses: this.#losses });
    if (path !== 'usage') fields.ignore('type');
    return fields;
  }
}
