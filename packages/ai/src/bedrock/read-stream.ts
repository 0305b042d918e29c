import { CallIds } from '../anthropic/call-ids.ts';
import { Fields, isRecord } from '../fields/fields.ts';
import { parsedJson } from '../fields/parsed-json.ts';
import type { ModelEvent, ModelFailure } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { cutAnswer, malformedAnswer } from '../model/malformed-answer.ts';
import type { ServerEvent } from '../sse/read-events.ts';
import { believable } from '../usage/doubts.ts';
import { readBedrockError } from './errors.ts';
import { type Finish, readFinish } from './finish.ts';
import { StreamBlock } from './open-block.ts';
import { exceptionMark } from './read-frames.ts';
import { readUsage } from './read-usage.ts';
import { stopSequenceIn } from './stop-sequence.ts';

/** So many blocks may be open at once. */
const mostOpen = 256;

/**
 * Reads a stream of ConverseStream, of which each frame is an event. It has said that it is whole once it says why it ended; what it counted
 * comes behind that, or before, so that only the end of the connection ends it.
 */
export class BedrockStreamReader {
  readonly #losses: Losses;
  readonly #ids: CallIds;
  readonly #open = new Map<number, StreamBlock>();
  #begun = false;
  #over = false;
  #items = 0;
  #finish: Finish | undefined;

  constructor({ losses }: { readonly losses: Losses }) {
    this.#losses = losses;
    this.#ids = new CallIds(losses);
  }

  read({ name, data }: ServerEvent): readonly ModelEvent[] {
    if (this.#over) return [];
    const payload = parsedJson(data);
    if (name.startsWith(exceptionMark)) {
      const type = name.slice(exceptionMark.length, exceptionMark.length + 100);
      return this.#fails(readBedrockError(payload, undefined, type));
    }
    if (!isRecord(payload)) return this.#fails(malformedAnswer('sent a frame that is no object of JSON'));
    const fields = new Fields(payload, { path: '', of: 'answer', losses: this.#losses });
    // Filled with letters so that nobody sees by its length what it says.
    fields.ignore('p');
    const events = this.#take(name, fields);
    fields.leave();
    return events;
  }

  /** The connection is over. Without its reason that is a cut, however whole the answer looks. */
  end(): readonly ModelEvent[] {
    if (this.#over) return [];
    if (this.#finish === undefined || this.#open.size > 0) return this.#fails(cutAnswer);
    this.#over = true;
    return [this.#finish, { kind: 'end' }];
  }

  #take(name: string, fields: Fields): readonly ModelEvent[] {
    switch (name) {
      case 'messageStart':
        fields.ignore('role');
        return this.#begin();
      case 'contentBlockStart':
        return this.#starts(fields);
      case 'contentBlockDelta':
        return this.#continues(fields);
      case 'contentBlockStop':
        return this.#closes(fields);
      case 'messageStop':
        return this.#stops(fields);
      case 'metadata':
        return this.#counts(fields);
      default:
        fields.rest();
        this.#losses.note({
          path: name,
          of: 'answer',
          fate: 'dropped',
          reason: 'this kind of event is unknown',
        });
        return [];
    }
  }

  /** Once, whatever comes first. */
  #begin(): readonly ModelEvent[] {
    if (this.#begun) return [];
    this.#begun = true;
    return [{ kind: 'begin', id: '', model: '' }];
  }

  #starts(fields: Fields): readonly ModelEvent[] {
    const index = fields.number('contentBlockIndex') ?? -1;
    if (this.#open.has(index) || this.#isOutOfTurn()) {
      return this.#fails(malformedAnswer('began a part of its answer out of turn'));
    }
    const block = this.#newBlock(index);
    const start = fields.below('start');
    const events = start === undefined ? [] : block.start(start);
    start?.leave();
    return [...this.#begin(), ...events];
  }

  /** Texts and thoughts begin with their first piece. */
  #continues(fields: Fields): readonly ModelEvent[] {
    const index = fields.number('contentBlockIndex') ?? -1;
    const delta = fields.below('delta');
    if (delta === undefined || (!this.#open.has(index) && this.#isOutOfTurn())) {
      return this.#fails(malformedAnswer('went on with a part of its answer out of turn'));
    }
    const block = this.#open.get(index) ?? this.#newBlock(index);
    const events = block.take(delta);
    delta.leave();
    if (events === undefined) {
      return this.#fails(malformedAnswer('went on with a part of its answer that it had not begun'));
    }
    return [...this.#begin(), ...events];
  }

  #closes(fields: Fields): readonly ModelEvent[] {
    const index = fields.number('contentBlockIndex') ?? -1;
    const block = this.#open.get(index);
    if (block === undefined) {
      return this.#fails(malformedAnswer('ended a part of its answer that it had not begun'));
    }
    this.#open.delete(index);
    return block.close();
  }

  #stops(fields: Fields): readonly ModelEvent[] {
    const said = fields.text('stopReason');
    const stopSequence = stopSequenceIn(fields);
    if (said === undefined) return this.#fails(malformedAnswer('does not say why it ended'));
    if (this.#finish !== undefined) return this.#fails(malformedAnswer('ended its answer twice'));
    // Half a call is none; of a text that was not ended this says that it was all.
    const open = [...this.#open.values()];
    if (open.some(({ isCall }) => isCall)) return this.#fails(cutAnswer);
    this.#open.clear();
    this.#finish = readFinish(said, stopSequence, this.#losses);
    return [...this.#begin(), ...open.flatMap((block) => block.close())];
  }

  #counts(fields: Fields): readonly ModelEvent[] {
    fields.ignore('metrics', 'performanceConfig');
    const counts = fields.below('usage');
    const tier = fields.below('serviceTier');
    const type = tier?.text('type');
    tier?.leave();
    const usage = counts && readUsage(counts, type);
    const isBelieved = believable(usage, { hasContent: this.#items > 0, losses: this.#losses });
    return isBelieved ? [{ kind: 'usage', usage }] : [];
  }

  #isOutOfTurn(): boolean {
    return this.#finish !== undefined || this.#open.size >= mostOpen;
  }

  #newBlock(index: number): StreamBlock {
    const block = new StreamBlock(this.#items, (id) => this.#ids.of(id));
    this.#items += 1;
    this.#open.set(index, block);
    return block;
  }

  #fails(failure: ModelFailure): readonly ModelEvent[] {
    this.#over = true;
    return [{ kind: 'failed', failure }];
  }
}
