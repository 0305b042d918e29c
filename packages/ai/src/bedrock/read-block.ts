import { CallBlock } from '../anthropic/open-block.ts';
import { readSeal } from '../anthropic/seal.ts';
import { type Fields, isRecord } from '../fields/fields.ts';
import type { ModelEvent, Opened } from '../model/event.ts';
import { readCitation } from './read-citation.ts';

export interface BlockPlace {
  readonly item: number;
  /** The id under which a call goes on, where the provider uses one twice. */
  readonly idOf: (id: string) => string;
}

/** One block of a whole answer, with its end. */
export function readBlock(block: Fields, place: BlockPlace): readonly ModelEvent[] {
  block.ignore('type');
  const events = eventsOf(block, place);
  block.leave();
  return events;
}

function eventsOf(block: Fields, { item, idOf }: BlockPlace): readonly ModelEvent[] {
  const text = block.text('text');
  if (text !== undefined) return itemOf(item, { kind: 'message' }, said(item, text));
  const call = block.below('toolUse');
  if (call !== undefined) return readCall(call, item, idOf);
  const reasoning = block.below('reasoningContent');
  if (reasoning !== undefined) return readReasoning(reasoning, item);
  const cited = block.below('citationsContent');
  if (cited !== undefined) return readCited(cited, item);
  return readForeign(block, item);
}

function readCall(call: Fields, item: number, idOf: (id: string) => string): readonly ModelEvent[] {
  const id = idOf(call.text('toolUseId') ?? '');
  const name = call.text('name') ?? '';
  const input = call.take('input');
  call.ignore('type');
  call.leave();
  const block = new CallBlock(item);
  const isNone = input === undefined || (isRecord(input) && Object.keys(input).length === 0);
  return [
    { kind: 'item', item, opens: { kind: 'tool-call', id, name } },
    ...block.add(isNone ? '' : JSON.stringify(input)),
    ...block.close(),
  ];
}

function readReasoning(reasoning: Fields, item: number): readonly ModelEvent[] {
  const redacted = reasoning.text('redactedContent');
  const told = reasoning.below('reasoningText');
  const text = told?.text('text') ?? '';
  const signature = told?.text('signature');
  told?.leave();
  reasoning.leave();
  if (redacted !== undefined) {
    return itemOf(item, { kind: 'reasoning', redacted: true }, sealed(item, redacted));
  }
  return itemOf(item, { kind: 'reasoning' }, [...said(item, text), ...sealed(item, signature ?? '')]);
}

function readCited(cited: Fields, item: number): readonly ModelEvent[] {
  const texts = cited.each('content').flatMap((content) => {
    const text = content.text('text') ?? '';
    content.leave();
    return said(item, text);
  });
  const citations = cited
    .each('citations')
    .map((citation): ModelEvent => ({ kind: 'citation', item, citation: readCitation(citation) }));
  cited.leave();
  return itemOf(item, { kind: 'message' }, [...texts, ...citations]);
}

/** What no other protocol has, under the name that it has here. */
function readForeign(block: Fields, item: number): readonly ModelEvent[] {
  const value = block.whole();
  const [type = 'block'] = Object.keys(value);
  return itemOf(item, { kind: 'foreign', type, value }, []);
}

function itemOf(item: number, opens: Opened, pieces: readonly ModelEvent[]): readonly ModelEvent[] {
  return [{ kind: 'item', item, opens }, ...pieces, { kind: 'item-end', item }];
}

export function said(item: number, text: string): readonly ModelEvent[] {
  return text === '' ? [] : [{ kind: 'text', item, text }];
}

export function sealed(item: number, value: string): readonly ModelEvent[] {
  return value === '' ? [] : [{ kind: 'sealed', item, sealed: readSeal(value) }];
}
