import { expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import { brokenRule } from '../testing/grammar.ts';
import { bodyOf, chunksOf, describeWithRecordings, type Recording } from '../testing/recordings.ts';
import { type AnswerSum, sumOf, textOf } from '../testing/sum.ts';
import { isAccountedFor, placesOf, withUnknown } from '../testing/unknown-field.ts';
import { eventsOf, readBack } from '../testing/wire.ts';
import { readResponsesAnswer } from './read-answer.ts';
import { ResponsesStreamReader } from './read-stream.ts';
import { writeResponsesAnswer } from './write-answer.ts';
import { ResponsesStreamWriter } from './write-stream.ts';

const providers = ['openai/responses', 'azure', 'xai/responses', 'open-responses/responses'];

/** What is an error, and what a neighbour in the folder wrote in another protocol. */
const leftOut = /error|deepseek/;

/** What a response repeats of its request: nothing of it is told, as the caller knows it. */
const repeated = /^(?:tools|text|reasoning|metadata|input|instructions|tool_choice)\b/;

interface Body {
  readonly type?: string;
  readonly status?: string;
  readonly output?: readonly OutputItem[];
  readonly usage?: { readonly input_tokens: number } | null;
  readonly response?: Body;
  readonly item?: OutputItem;
}

interface OutputItem {
  readonly type: string;
  readonly arguments?: unknown;
  readonly input?: string;
  readonly content?: readonly { readonly type: string; readonly text?: string }[] | null;
}

const notes = () => new Notes({ from: 'responses', to: 'responses', losses: new Losses() });

function readStream(chunks: readonly unknown[]): readonly ModelEvent[] {
  const reader = new ResponsesStreamReader({ losses: new Losses() });
  return [...eventsOf(chunks).flatMap((event) => reader.read(event)), ...reader.end()];
}

function streamedAgain(events: readonly ModelEvent[]): readonly ModelEvent[] {
  const writer = new ResponsesStreamWriter({ notes: notes() });
  return readStream(readBack(events.map((event) => writer.write(event)).join('')).map(({ data }) => data));
}

const wholeAgain = (events: readonly ModelEvent[]) =>
  readResponsesAnswer(writeResponsesAnswer(events, notes()), new Losses());

/** What an answer says, whichever way it went; what has no place on the way back is left out. */
function said(sum: AnswerSum) {
  return {
    items: sum.items.map(({ opens, text, json, sealed, citations }) => ({
      kind: opens.kind === 'foreign' ? opens.type : opens.kind,
      text,
      json,
      sealed,
      citations: citations.map(({ url, title }) => ({ url, title })),
    })),
    finish: sum.finish,
    usage: sum.usage && [
      sum.usage.input,
      sum.usage.output,
      sum.usage.cacheRead ?? 0,
      sum.usage.reasoning ?? 0,
    ],
    end: sum.end,
  };
}

/** The same, taken out of the wire by other means than the reader's. */
function toldBy({ output = [], usage }: Body) {
  const parts = output.flatMap(({ type, content }) => (type === 'message' ? (content ?? []) : []));
  const calls = output.filter(({ type }) => type === 'function_call' || type === 'custom_tool_call');
  return {
    text: parts.map(({ text }) => text ?? '').join(''),
    json: calls.map((call) => call.arguments ?? call.input ?? '').join(''),
    finish: calls.length > 0 ? 'tool-calls' : 'stop',
    // Some were written by hand, with zeros that are not believed.
    input: usage?.input_tokens || undefined,
  };
}

function holds(events: readonly ModelEvent[], body: Body): void {
  const sum = sumOf(events);
  const told = toldBy(body);
  expect(brokenRule(events)).toBeUndefined();
  expect(sum.end).toBe('end');
  expect(textOf(sum)).toBe(told.text);
  expect(sum.items.map(({ json }) => json).join('')).toBe(told.json);
  expect(sum.finish).toBe(told.finish);
  expect(sum.usage?.input).toBe(told.input);
  expect(said(sumOf(streamedAgain(events)))).toEqual(said(sum));
  expect(said(sumOf(wholeAgain(events)))).toEqual(said(sum));
}

const isAnswer = ({ name }: Recording) => !leftOut.test(name);

/** The first answer of a recording, some of which hold the turns of a whole conversation; undefined where it was cut. */
function firstOf(recording: Recording): readonly Body[] | undefined {
  const chunks = chunksOf(recording).map((line) => JSON.parse(line) as Body);
  const end = chunks.findIndex(({ type }) => type === 'response.completed' || type === 'response.incomplete');
  return end === -1 ? undefined : chunks.slice(0, end + 1);
}

/** The items as they were done: some repeat others in the end, which were written by hand. */
function streamedBy(chunks: readonly Body[]): Body {
  const { output = [], usage = null } = chunks.at(-1)?.response ?? {};
  const done = chunks.flatMap(({ type, item }) =>
    type === 'response.output_item.done' && item ? [item] : [],
  );
  return { output: done.length > 0 ? done : output, usage };
}

/** Recordings that were shortened by hand, to no JSON, or so that an item ends otherwise than its deltas. */
const broken = /parallel-tool-call-wrapper|shell-container\.1/;

for (const provider of providers) {
  describeWithRecordings(`Responses as ${provider} writes them`, provider, (recordings) => {
    it('reads each whole answer, and says the same of it again in both ways', () => {
      for (const recording of recordings.whole.filter(isAnswer)) {
        const body = bodyOf(recording);
        holds(readResponsesAnswer(body, new Losses()), body as Body);
      }
      expect(recordings.whole.length).toBeGreaterThan(0);
    });

    it('reads each streamed answer, and says the same of it again in both ways', () => {
      for (const recording of recordings.streamed.filter(isAnswer).filter(({ name }) => !broken.test(name))) {
        const chunks = firstOf(recording);
        if (chunks === undefined) expect(sumOf(readStream(chunksOf(recording))).end).toBe('failed');
        else holds(readStream(chunks), streamedBy(chunks));
      }
      expect(recordings.streamed.length).toBeGreaterThan(0);
    });

    it('lets no field of a whole answer vanish, wherever it stands', () => {
      const vanished: string[] = [];
      for (const recording of recordings.whole.filter(isAnswer)) {
        const body = bodyOf(recording);
        for (const place of placesOf(body).filter((each) => !repeated.test(each))) {
          const losses = new Losses();
          const events = readResponsesAnswer(withUnknown(body, place), losses);
          if (!isAccountedFor(place, losses, events)) vanished.push(`${recording.name}: ${place}`);
        }
      }
      expect(vanished).toEqual([]);
    });
  });
}
