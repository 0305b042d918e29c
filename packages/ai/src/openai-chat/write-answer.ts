import { failureIn } from '../failure/failure-in.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent, Opened } from '../model/event.ts';
import type { Citation } from '../model/part.ts';
import type { Sealed } from '../model/protocol.ts';
import { writeAnnotation } from './citations.ts';
import { writeChatError } from './errors.ts';
import { writeFinish } from './finish.ts';
import { writeDetail } from './reasoning.ts';
import { writeChatUsage } from './usage.ts';

interface Item {
  readonly answer: number;
  readonly opens: Opened;
  text: string;
  refusal: string;
  json: string;
  seal: Sealed | undefined;
  logprobs: unknown[];
  readonly citations: Citation[];
}

/** The whole answer of Chat Completions; of events that failed, the error. */
export function writeChatAnswer(
  events: readonly ModelEvent[],
  notes: Notes,
): Readonly<Record<string, unknown>> {
  const failure = failureIn(events);
  if (failure !== undefined) return writeChatError(failure);
  const items = collect(events, notes);
  const begin = events.find((event) => event.kind === 'begin');
  const usage = events.findLast((event) => event.kind === 'usage')?.usage;
  const answers = new Set([0, ...[...items.values()].map(({ answer }) => answer)]);
  return {
    id: begin?.id ?? '',
    object: 'chat.completion',
    created: begin?.createdAt ?? 0,
    model: begin?.model ?? '',
    choices: [...answers]
      .sort((one, other) => one - other)
      .map((answer) => writeChoice(answer, items, events)),
    ...(usage === undefined ? {} : { usage: writeChatUsage(usage, notes) }),
    ...(usage?.tier === undefined ? {} : { service_tier: usage.tier }),
  };
}

function collect(events: readonly ModelEvent[], notes: Notes): ReadonlyMap<number, Item> {
  const items = new Map<number, Item>();
  for (const event of events) {
    if (event.kind === 'item') items.set(event.item, newItem(event.opens, event.answer ?? 0));
    else if ('item' in event) add(event, items.get(event.item), notes);
    if (event.kind === 'item' && event.opens.kind === 'foreign') notes.note('item of a provider told');
    if (event.kind === 'finish' && event.stopSequence !== undefined) notes.note('stop sequence told');
    if (event.kind === 'finish' && event.explanation !== undefined) notes.note('explanation told');
  }
  return items;
}

function newItem(opens: Opened, answer: number): Item {
  return { answer, opens, text: '', refusal: '', json: '', seal: undefined, logprobs: [], citations: [] };
}

function add(event: ModelEvent, item: Item | undefined, notes: Notes): void {
  if (item === undefined) return;
  if (event.kind === 'text') {
    item.text += event.text;
    if (event.logprobs !== undefined) item.logprobs.push(event.logprobs);
  }
  if (event.kind === 'refusal') item.refusal += event.text;
  if (event.kind === 'arguments') item.json += event.json;
  if (event.kind === 'citation') item.citations.push(event.citation);
  if (event.kind !== 'sealed') return;
  const isOfCall = item.opens.kind === 'tool-call' && event.sealed.maker === 'google';
  if (isOfCall || item.opens.kind === 'reasoning') item.seal = event.sealed;
  else notes.note('seal of a text told');
}

function writeChoice(
  answer: number,
  items: ReadonlyMap<number, Item>,
  events: readonly ModelEvent[],
): Readonly<Record<string, unknown>> {
  const own = [...items.values()].filter((item) => item.answer === answer);
  const finish = events.findLast((event) => event.kind === 'finish' && (event.answer ?? 0) === answer);
  const calls = own.flatMap(writeCall);
  const messages = own.filter(({ opens }) => opens.kind === 'message');
  const thoughts = own.filter(({ opens }) => opens.kind === 'reasoning');
  const reasoning = join(thoughts, 'text');
  const citations = messages.flatMap((item) => item.citations);
  return {
    index: answer,
    message: {
      role: 'assistant',
      content: join(messages, 'text') ?? null,
      refusal: join(messages, 'refusal') ?? null,
      ...(reasoning === undefined ? {} : { reasoning_content: reasoning }),
      ...writeDetails(thoughts),
      annotations: citations.map(writeAnnotation),
      ...(calls.length === 0 ? {} : { tool_calls: calls }),
    },
    logprobs: mergeLogprobs(messages.flatMap((item) => item.logprobs)),
    finish_reason: writeFinish(finish?.kind === 'finish' ? finish : { reason: 'stop' }),
  };
}

/** What is sealed of each block; without anything sealed the text alone says it all. */
function writeDetails(thoughts: readonly Item[]): Readonly<Record<string, unknown>> {
  if (thoughts.every(({ seal }) => seal === undefined)) return {};
  const details = thoughts.map(({ opens, text, seal }, index) => {
    const redacted = opens.kind === 'reasoning' && opens.redacted === true;
    return writeDetail({ text, redacted, ...(seal === undefined ? {} : { sealed: seal }) }, index);
  });
  return { reasoning_details: details };
}

function join(items: readonly Item[], member: 'text' | 'refusal'): string | undefined {
  const text = items.map((item) => item[member]).join('');
  return text === '' ? undefined : text;
}

function writeCall({ opens, json, seal }: Item): readonly Readonly<Record<string, unknown>>[] {
  if (opens.kind !== 'tool-call') return [];
  const body =
    opens.custom === true
      ? { type: 'custom', custom: { name: opens.name, input: json } }
      : { type: 'function', function: { name: opens.name, arguments: json } };
  const sealed = seal === undefined ? {} : { extra_content: { google: { thought_signature: seal.value } } };
  return [{ id: opens.id, ...body, ...sealed }];
}

/** One list of tokens out of those that came piece by piece. */
function mergeLogprobs(pieces: readonly unknown[]): unknown {
  if (pieces.length === 0) return null;
  return {
    content: pieces.flatMap((piece) => {
      const content: unknown =
        typeof piece === 'object' && piece !== null && 'content' in piece ? piece.content : [];
      return Array.isArray(content) ? content : [];
    }),
  };
}
