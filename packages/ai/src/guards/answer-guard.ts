import type { ModelEvent, Opened } from '../model/event.ts';
import { malformedAnswer } from '../model/malformed-answer.ts';
import type { Citation } from '../model/part.ts';
import { guardJson } from './guard-json.ts';
import type { GuardedText, GuardedWay } from './guarded-way.ts';

/** Of what is looked into as a whole: arguments of a call, with a part of which nobody can call, and texts that must be of a form. */
const mostHeld = 4 * 1024 * 1024;

interface OpenItem {
  readonly text: GuardedText;
  readonly refusal: GuardedText;
  readonly isText: boolean;
  json: string;
  /** Undefined: what has come of its text goes on. */
  held: string | undefined;
  /** What is held is as it came, and is looked into once it is whole. */
  readonly isForm: boolean;
}

export interface AnswerGuardParts {
  /** Is told of pieces that cannot be looked into, and so do not go on. */
  readonly dropped: (path: string) => void;
  /** JSON was asked for: a mask within must leave it JSON, which can be seen of the whole alone. */
  readonly isForm?: boolean;
}

/** Looks into an answer while it comes. What it must keep back comes with the next piece, or with the end of its item. */
export class AnswerGuard {
  readonly #way: GuardedWay;
  readonly #dropped: (path: string) => void;
  readonly #isForm: boolean;
  readonly #open = new Map<number, OpenItem>();

  constructor(way: GuardedWay, { dropped, isForm = false }: AnswerGuardParts) {
    this.#way = way;
    this.#dropped = dropped;
    this.#isForm = isForm && way.looks;
  }

  take(event: ModelEvent): readonly ModelEvent[] {
    switch (event.kind) {
      case 'item':
        return [this.#begin(event)];
      case 'text': {
        if (event.logprobs !== undefined) this.#dropped('logprobs');
        return this.#text(event);
      }
      case 'refusal':
        return textPiece(event, this.#open.get(event.item)?.refusal.take(event.text) ?? '');
      case 'arguments':
        return this.#gather(event);
      case 'citation':
        return [{ ...event, citation: this.#citation(event.citation) }];
      case 'foreign':
        // A piece of something may end in the middle of what is looked for; its item has all of it at its end.
        this.#dropped(event.type);
        return [];
      case 'item-end':
        return [
          ...this.#rest(event.item),
          event.value === undefined ? event : { ...event, value: this.#value(event.value) },
        ];
      case 'finish':
        return [
          event.explanation === undefined
            ? event
            : { ...event, explanation: this.#way.whole(event.explanation) },
        ];
      case 'failed':
        return [{ ...event, failure: { ...event.failure, message: this.#way.whole(event.failure.message) } }];
      default:
        return [event];
    }
  }

  #begin(event: Extract<ModelEvent, { kind: 'item' }>): ModelEvent {
    const { opens } = event;
    const isText = opens.kind === 'tool-call' && opens.custom === true;
    const isForm = opens.kind === 'message' && this.#isForm;
    const held = isForm || (opens.kind === 'message' && this.#way.asksForWhole) ? '' : undefined;
    this.#open.set(event.item, {
      ...{ text: this.#way.begin(), refusal: this.#way.begin() },
      ...{ isText, json: '', held, isForm },
    });
    return opens.kind === 'foreign' ? { ...event, opens: this.#foreign(opens) } : event;
  }

  #foreign(opens: Extract<Opened, { kind: 'foreign' }>): Opened {
    return { ...opens, value: this.#value(opens.value) };
  }

  #text(event: Extract<ModelEvent, { kind: 'text' }>): readonly ModelEvent[] {
    const open = this.#open.get(event.item);
    if (open === undefined) return [];
    if (open.isForm) this.#way.count(event.text.length);
    const text = open.isForm ? event.text : open.text.take(event.text);
    if (open.held === undefined) return textPiece(event, text);
    open.held += text;
    return open.held.length > mostHeld ? tooLong('says') : [];
  }

  #gather({ item, json }: Extract<ModelEvent, { kind: 'arguments' }>): readonly ModelEvent[] {
    const open = this.#open.get(item);
    if (open === undefined) return [];
    open.json += json;
    return open.json.length > mostHeld ? tooLong('calls a tool with') : [];
  }

  /** What was kept back of an item that ends. */
  #rest(item: number): readonly ModelEvent[] {
    const open = this.#open.get(item);
    if (open === undefined) return [];
    this.#open.delete(item);
    const rest: ModelEvent[] = [
      ...textPiece({ kind: 'text', item }, this.#whole(open)),
      ...textPiece({ kind: 'refusal', item }, open.refusal.end()),
    ];
    if (open.json === '') return rest;
    const guarded = open.isText ? undefined : guardJson(open.json, this.#way);
    return [...rest, { kind: 'arguments', item, json: guarded ?? this.#way.whole(open.json) }];
  }

  /** The rest of a text, or all of one that was held. */
  #whole({ held, text, isForm }: OpenItem): string {
    const rest = text.end();
    if (held === undefined) return rest;
    const whole = isForm ? this.#form(held) : held + rest;
    if (whole !== '') this.#way.holdAgainst(whole);
    return whole;
  }

  /** JSON as JSON; where it is none, as one that was cut, there is nothing that a mask could break. */
  #form(text: string): string {
    const way = { whole: (part: string) => this.#way.counted(part) };
    return guardJson(text, way) ?? way.whole(text);
  }

  /** Without its place in a text, which may be another by now. */
  #citation({ url, title, quoted }: Citation): Citation {
    return {
      ...(url === undefined ? {} : { url: this.#way.whole(url) }),
      ...(title === undefined ? {} : { title: this.#way.whole(title) }),
      ...(quoted === undefined ? {} : { quoted: this.#way.whole(quoted) }),
    };
  }

  /** A value that is there as a whole; nothing of one that cannot be looked into. */
  #value(value: unknown): unknown {
    const guarded = guardJson(JSON.stringify(value) ?? 'null', this.#way);
    return guarded === undefined ? null : JSON.parse(guarded);
  }
}

function tooLong(what: string): readonly ModelEvent[] {
  return [{ kind: 'failed', failure: malformedAnswer(`${what} more than ${mostHeld} characters`) }];
}

function textPiece(
  { kind, item }: { readonly kind: 'text' | 'refusal'; readonly item: number },
  text: string,
): readonly ModelEvent[] {
  return text === '' ? [] : [{ kind, item, text }];
}
