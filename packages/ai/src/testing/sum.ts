import type { ModelEvent, Opened } from '../model/event.ts';
import type { Citation } from '../model/part.ts';
import type { Sealed } from '../model/protocol.ts';
import type { Usage } from '../model/usage.ts';

/** What an answer says in the end, however it was cut into pieces. */
export interface AnswerSum {
  readonly items: readonly ItemSum[];
  readonly finish: string | undefined;
  readonly usage: Usage | undefined;
  readonly end: 'end' | 'failed' | 'none';
}

export interface ItemSum {
  readonly opens: Opened;
  readonly text: string;
  readonly json: string;
  readonly refusal: string;
  readonly citations: readonly Citation[];
  readonly sealed: readonly Sealed[];
}

const empty = { text: '', json: '', refusal: '', citations: [], sealed: [] };

export function sumOf(events: readonly ModelEvent[]): AnswerSum {
  const items = new Map<number, ItemSum>();
  let sum: Omit<AnswerSum, 'items'> = { finish: undefined, usage: undefined, end: 'none' };
  for (const event of events) {
    if (event.kind === 'item') items.set(event.item, { opens: event.opens, ...empty });
    else if ('item' in event) items.set(event.item, grown(items.get(event.item), event));
    else if (event.kind === 'finish') sum = { ...sum, finish: event.reason };
    else if (event.kind === 'usage') sum = { ...sum, usage: event.usage };
    else if (event.kind === 'end' || event.kind === 'failed') sum = { ...sum, end: event.kind };
  }
  return { items: [...items.values()], ...sum };
}

/** Its text alone, without what it thought. */
export function textOf({ items }: AnswerSum): string {
  return items.map(({ opens, text }) => (opens.kind === 'message' ? text : '')).join('');
}

export function callsOf({ items }: AnswerSum): readonly (readonly [string, unknown])[] {
  return items.flatMap(({ opens, json }) =>
    opens.kind === 'tool-call' ? [[opens.name, JSON.parse(json)] as const] : [],
  );
}

function grown(item: ItemSum | undefined, event: ModelEvent): ItemSum {
  if (item === undefined) throw new Error(`A piece of an item that was not begun: ${JSON.stringify(event)}`);
  switch (event.kind) {
    case 'text':
      return { ...item, text: item.text + event.text };
    case 'arguments':
      return { ...item, json: item.json + event.json };
    case 'refusal':
      return { ...item, refusal: item.refusal + event.text };
    case 'citation':
      return { ...item, citations: [...item.citations, event.citation] };
    case 'sealed':
      return { ...item, sealed: [...item.sealed, event.sealed] };
    default:
      return item;
  }
}
