import { Fields, isRecord } from '../fields/fields.ts';
import type { ModelEvent, ModelFailure } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { malformedAnswer } from '../model/malformed-answer.ts';
import { readFinishReason } from './finish.ts';
import { PartialArgs } from './partial-args.ts';
import { readCitations } from './read-citations.ts';
import { readSeal } from './seal.ts';

/** What all candidates of one answer share. */
export interface SharedByCandidates {
  readonly losses: Losses;
  readonly nextItem: () => number;
  /** The id under which a call goes on: its own, or one made for it. */
  readonly idOf: (id: string | undefined) => string;
}

interface OpenItem {
  readonly item: number;
  readonly kind: 'message' | 'reasoning';
}

/** One of the answers of a response, over all of its chunks. */
export class Candidate {
  readonly #index: number;
  readonly #shared: SharedByCandidates;
  #open: OpenItem | undefined;
  #call: { readonly item: number; readonly args: PartialArgs } | undefined;
  #called = false;
  #finished = false;
  #failure: ModelFailure | undefined;

  constructor(index: number, shared: SharedByCandidates) {
    this.#index = index;
    this.#shared = shared;
  }

  get finished(): boolean {
    return this.#finished;
  }

  get failure(): ModelFailure | undefined {
    return this.#failure;
  }

  read(fields: Fields): readonly ModelEvent[] {
    const content = fields.below('content');
    content?.ignore('role');
    const parts = content?.list('parts') ?? [];
    const events = parts.flatMap((part, at) => this.#part(part, `${fields.path}.content.parts[${at}]`));
    content?.leave();
    const cited = this.#cites(fields);
    const finish = this.#finishes(fields);
    fields.ignore('index', 'tokenCount');
    fields.leave();
    return [...events, ...cited, ...finish];
  }

  /** Whatever is open ends with the answer; what is said after its reason too. */
  close(): readonly ModelEvent[] {
    return this.#closes();
  }

  #part(part: unknown, path: string): readonly ModelEvent[] {
    const fields = new Fields(part, { path, of: 'answer', losses: this.#shared.losses });
    const isThought = fields.flag('thought') ?? false;
    const signature = fields.text('thoughtSignature');
    const events = this.#content(part, fields, { isThought, signature });
    fields.leave();
    return events;
  }

  #content(
    part: unknown,
    fields: Fields,
    { isThought, signature }: { isThought: boolean; signature: string | undefined },
  ): readonly ModelEvent[] {
    const text = fields.text('text');
    if (text !== undefined) return this.#says(text, isThought, signature);
    const call = fields.below('functionCall');
    if (call !== undefined) return this.#calls(call, signature);
    const type = isRecord(part) ? Object.keys(part).find((name) => isRecord(part[name])) : undefined;
    if (type !== undefined) return this.#foreign(type, fields.whole());
    return signature === undefined ? [] : this.#says('', isThought, signature);
  }

  /** A text that is signed ends with its signature, so that both go back together. */
  #says(text: string, isThought: boolean, signature: string | undefined): readonly ModelEvent[] {
    if (text === '' && signature === undefined) return [];
    const seal = signature === undefined ? undefined : readSeal(signature);
    const opened = this.#opens(isThought ? 'reasoning' : 'message', seal?.redacted ?? false);
    const item = this.#open?.item ?? 0;
    const said: readonly ModelEvent[] = text === '' ? [] : [{ kind: 'text', item, text }];
    if (seal === undefined) return [...opened, ...said];
    return [...opened, ...said, { kind: 'sealed', item, sealed: seal.sealed }, ...this.#closes()];
  }

  #opens(kind: OpenItem['kind'], redacted: boolean): readonly ModelEvent[] {
    if (this.#open?.kind === kind && !redacted) return [];
    const closed = this.#closes();
    const item = this.#shared.nextItem();
    this.#open = { item, kind };
    const opens =
      kind === 'message' ? ({ kind } as const) : ({ kind, ...(redacted && { redacted }) } as const);
    return [...closed, { kind: 'item', item, opens, ...this.#answer }];
  }

  #calls(call: Fields, signature: string | undefined): readonly ModelEvent[] {
    const name = call.text('name');
    const id = call.text('id');
    const args = call.take('args');
    const parts = call.list('partialArgs');
    const goesOn = call.flag('willContinue') ?? false;
    call.leave();
    if (name === undefined && this.#call === undefined) {
      this.#failure ??= malformedAnswer('went on with a call that it had not begun');
      return [];
    }
    const begun = name === undefined ? [] : this.#beginsCall(name, id, signature);
    this.#call?.args.begin(args);
    for (const part of parts) this.#call?.args.add(part);
    return [...begun, ...(goesOn ? [] : this.#endsCall())];
  }

  #beginsCall(name: string, id: string | undefined, signature: string | undefined): readonly ModelEvent[] {
    const closed = this.#closes();
    const item = this.#shared.nextItem();
    this.#call = { item, args: new PartialArgs(this.#shared.losses) };
    this.#called = true;
    const opens = { kind: 'tool-call', id: this.#shared.idOf(id), name } as const;
    const sealed: readonly ModelEvent[] =
      signature === undefined ? [] : [{ kind: 'sealed', item, sealed: readSeal(signature).sealed }];
    return [...closed, { kind: 'item', item, opens, ...this.#answer }, ...sealed];
  }

  /** Its arguments are JSON only now, so they come in one piece. */
  #endsCall(): readonly ModelEvent[] {
    if (this.#call === undefined) return [];
    const { item, args } = this.#call;
    this.#call = undefined;
    const { json } = args;
    if (json === undefined) {
      this.#failure ??= malformedAnswer('gave arguments of a call for places that cannot be');
      return [];
    }
    return [
      { kind: 'arguments', item, json },
      { kind: 'item-end', item },
    ];
  }

  #foreign(type: string, value: unknown): readonly ModelEvent[] {
    const closed = this.#closes();
    const item = this.#shared.nextItem();
    const opens = { kind: 'foreign', type, value } as const;
    return [...closed, { kind: 'item', item, opens, ...this.#answer }, { kind: 'item-end', item }];
  }

  #closes(): readonly ModelEvent[] {
    const call = this.#endsCall();
    const open = this.#open;
    this.#open = undefined;
    return open === undefined ? call : [...call, { kind: 'item-end', item: open.item }];
  }

  #cites(fields: Fields): readonly ModelEvent[] {
    const citations = readCitations(fields);
    if (citations.length === 0) return [];
    const opened = this.#opens('message', false);
    const item = this.#open?.item ?? 0;
    return [...opened, ...citations.map((citation): ModelEvent => ({ kind: 'citation', item, citation }))];
  }

  #finishes(fields: Fields): readonly ModelEvent[] {
    const said = fields.text('finishReason');
    if (said === undefined) return [];
    const { losses } = this.#shared;
    const explanation = fields.text('finishMessage');
    const closed = this.#closes();
    const reason = readFinishReason(said, { called: this.#called, losses });
    if (this.#finished) return closed;
    this.#finished = true;
    const explained = explanation !== undefined && { explanation };
    return [...closed, { kind: 'finish', reason, said, ...explained, ...this.#answer }];
  }

  get #answer(): { readonly answer?: number } {
    return this.#index > 0 ? { answer: this.#index } : {};
  }
}
