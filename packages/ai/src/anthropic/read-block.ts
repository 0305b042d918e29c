import { Fields, isRecord } from '../fields/fields.ts';
import type { ModelEvent, Opened } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import {
  CallBlock,
  CompactionBlock,
  ForeignBlock,
  type OpenBlock,
  textBlock,
  thinkingBlock,
} from './open-block.ts';
import { readCaller } from './read-caller.ts';
import { readCitation } from './read-citation.ts';
import { readSeal } from './seal.ts';

export interface BeginningBlock {
  readonly block: OpenBlock;
  readonly events: readonly ModelEvent[];
}

export interface BlockPlace {
  readonly item: number;
  readonly path: string;
  readonly losses: Losses;
  /** The id under which a call goes on, where the provider uses one twice. */
  readonly idOf: (id: string) => string;
}

/** A block as it begins. In a whole answer that is all of it; in a stream the rest follows in pieces. */
export function beginBlock(value: unknown, place: BlockPlace): BeginningBlock | undefined {
  if (!isRecord(value)) return undefined;
  const fields = new Fields(value, { path: place.path, of: 'answer', losses: place.losses });
  const type = fields.text('type') ?? '';
  const begun = begin(type, value, fields, place);
  fields.leave();
  return begun;
}

function begin(
  type: string,
  value: Readonly<Record<string, unknown>>,
  fields: Fields,
  place: BlockPlace,
): BeginningBlock {
  switch (type) {
    case 'text':
      return beginText(fields, place);
    case 'thinking':
      return beginThinking(fields, place);
    case 'redacted_thinking':
      return beginRedacted(fields, place);
    case 'tool_use':
      return beginCall(fields, place);
    case 'compaction':
      return beginCompaction(value, fields, place);
    default:
      return beginForeign(type, value, fields, place);
  }
}

function beginText(fields: Fields, { item }: BlockPlace): BeginningBlock {
  const text = fields.text('text') ?? '';
  const citations = fields.each('citations').map(readCitation);
  return opened(textBlock(item), { kind: 'message' }, [
    ...citations.map((citation): ModelEvent => ({ kind: 'citation', item, citation })),
    ...(text === '' ? [] : [{ kind: 'text', item, text } as const]),
  ]);
}

function beginThinking(fields: Fields, { item }: BlockPlace): BeginningBlock {
  const text = fields.text('thinking') ?? '';
  return opened(thinkingBlock(item), { kind: 'reasoning' }, [
    ...(text === '' ? [] : [{ kind: 'text', item, text } as const]),
    ...sealedBy(fields.text('signature'), item),
  ]);
}

function beginRedacted(fields: Fields, { item }: BlockPlace): BeginningBlock {
  return opened(
    thinkingBlock(item),
    { kind: 'reasoning', redacted: true },
    sealedBy(fields.text('data'), item),
  );
}

function beginCall(fields: Fields, { item, idOf }: BlockPlace): BeginningBlock {
  const block = new CallBlock(item);
  const id = idOf(fields.text('id') ?? '');
  const name = fields.text('name') ?? '';
  readCaller(fields);
  return opened(block, { kind: 'tool-call', id, name }, block.add(inputOf(fields.take('input'))));
}

function beginCompaction(
  value: Readonly<Record<string, unknown>>,
  fields: Fields,
  { item }: BlockPlace,
): BeginningBlock {
  const empty = { ...value, content: null };
  const block = new CompactionBlock(item, empty);
  const pieces = isNothing(value['content']) ? [] : (block.take('compaction_delta', fields) ?? []);
  fields.rest();
  return opened(block, { kind: 'foreign', type: 'compaction', value: empty }, pieces);
}

/** Tools of the provider and their results stay as they are; of a call the input comes apart, as it does in a stream. */
function beginForeign(
  type: string,
  value: Readonly<Record<string, unknown>>,
  fields: Fields,
  { item }: BlockPlace,
): BeginningBlock {
  fields.rest();
  if (!type.endsWith('_tool_use')) {
    return opened(new ForeignBlock(item, value), { kind: 'foreign', type, value }, []);
  }
  const { input, ...rest } = value;
  const block = new CallBlock(item, rest);
  return opened(block, { kind: 'foreign', type, value: rest }, block.add(inputOf(input)));
}

function opened(block: OpenBlock, opens: Opened, pieces: readonly ModelEvent[]): BeginningBlock {
  return { block, events: [{ kind: 'item', item: block.item, opens }, ...pieces] };
}

function sealedBy(value: string | undefined, item: number): readonly ModelEvent[] {
  if (value === undefined || value === '') return [];
  return [{ kind: 'sealed', item, sealed: readSeal(value) }];
}

/** The arguments that stand in the block itself; an empty object is how a stream begins, before they come. */
function inputOf(input: unknown): string {
  if (isNothing(input) || (isRecord(input) && Object.keys(input).length === 0)) return '';
  return JSON.stringify(input);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}
