import type { ModelEvent, Opened } from '../model/event.ts';
import type { Sealed } from '../model/protocol.ts';
import type { Carried, CarriedThought } from './carried.ts';

interface OpenThought {
  text: string;
  sealed: Sealed | undefined;
  readonly redacted: boolean;
}

interface HeldCall {
  readonly event: Extract<ModelEvent, { readonly kind: 'item' }>;
  readonly opens: Extract<Opened, { readonly kind: 'tool-call' }>;
}

/**
 * Puts what is sealed of a call, and of the thoughts before it, into the id of the call. The beginning of a call waits for one more
 * event, which is its seal if it has one.
 */
export class SealCarrier {
  readonly #idOf: (carried: Carried) => string;
  readonly #carriesThoughts: boolean;
  /** By their items, in their order; none twice. */
  readonly #thoughts = new Map<number, OpenThought>();
  #held: HeldCall | undefined;

  /** @param idOf what the caller is given in place of the id; that itself, where it holds too much */
  constructor(idOf: (carried: Carried) => string, { thoughts }: { readonly thoughts: boolean }) {
    this.#idOf = idOf;
    this.#carriesThoughts = thoughts;
  }

  take(event: ModelEvent): readonly ModelEvent[] {
    const held = this.#held;
    if (held === undefined) return this.#pass(event);
    this.#held = undefined;
    const isItsSeal = event.kind === 'sealed' && event.item === held.event.item;
    return [this.#carrying(held, isItsSeal ? event.sealed : undefined), ...this.#pass(event)];
  }

  #pass(event: ModelEvent): readonly ModelEvent[] {
    if (event.kind === 'item' && event.opens.kind === 'tool-call') {
      this.#held = { event, opens: event.opens };
      return [];
    }
    this.#note(event);
    return [event];
  }

  #note(event: ModelEvent): void {
    if (!this.#carriesThoughts || !('item' in event)) return;
    if (event.kind === 'item') {
      const { opens } = event;
      if (opens.kind !== 'reasoning') return;
      this.#thoughts.set(event.item, { text: '', sealed: undefined, redacted: opens.redacted === true });
      return;
    }
    const thought = this.#thoughts.get(event.item);
    if (thought === undefined) return;
    if (event.kind === 'text') thought.text += event.text;
    if (event.kind === 'sealed') thought.sealed = event.sealed;
  }

  /** Of calls side by side the first carries what was thought before all of them. */
  #carrying({ event, opens }: HeldCall, sealed: Sealed | undefined): ModelEvent {
    const thoughts = [...this.#thoughts.values()].flatMap(carriedThought);
    this.#thoughts.clear();
    if (sealed === undefined && thoughts.length === 0) return event;
    const id = this.#idOf({ id: opens.id, thoughts, ...(sealed === undefined ? {} : { sealed }) });
    return { ...event, opens: { ...opens, id } };
  }
}

function carriedThought({ text, sealed, redacted }: OpenThought): readonly CarriedThought[] {
  return sealed === undefined ? [] : [{ text, sealed, ...(redacted && { redacted }) }];
}
