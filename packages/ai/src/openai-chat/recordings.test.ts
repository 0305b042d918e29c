import { expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import { brokenRule } from '../testing/grammar.ts';
import { bodyOf, chunksOf, describeWithRecordings } from '../testing/recordings.ts';
import { type AnswerSum, sumOf, textOf } from '../testing/sum.ts';
import { isAccountedFor, placesOf, withUnknown } from '../testing/unknown-field.ts';
import { eventsOf, readBack } from '../testing/wire.ts';
import { readChatAnswer } from './read-answer.ts';
import { ChatStreamReader } from './read-stream.ts';
import { writeChatAnswer } from './write-answer.ts';
import { ChatStreamWriter } from './write-stream.ts';

const providers = [
  'alibaba',
  'deepseek/chat',
  'groq',
  'mistral',
  'moonshotai',
  'openai/chat',
  'openai-compatible/chat',
  'perplexity',
  'xai',
];

/** What is no chat, and what is an error. */
const leftOut = /transcription|error/;

interface Chunk {
  readonly choices?: readonly {
    readonly finish_reason?: string | null;
    readonly delta?: Body;
    readonly message?: Body;
  }[];
  readonly usage?: { readonly prompt_tokens: number } | null;
  readonly x_groq?: { readonly usage?: { readonly prompt_tokens: number } };
}

interface Body {
  readonly content?: unknown;
  readonly tool_calls?: readonly Call[] | null;
}

interface Call {
  readonly function: { readonly arguments?: string };
}

const notes = () => new Notes({ from: 'chat', to: 'chat', losses: new Losses() });

function readStream(chunks: readonly unknown[], losses = new Losses()): readonly ModelEvent[] {
  const reader = new ChatStreamReader({ losses });
  return [...eventsOf([...chunks, '[DONE]']).flatMap((event) => reader.read(event)), ...reader.end()];
}

function streamedAgain(events: readonly ModelEvent[]): readonly ModelEvent[] {
  const writer = new ChatStreamWriter({ notes: notes(), withUsage: true });
  const reader = new ChatStreamReader({ losses: new Losses() });
  const written = readBack(events.map((event) => writer.write(event)).join(''));
  return [...written.flatMap((event) => reader.read(event)), ...reader.end()];
}

const wholeAgain = (events: readonly ModelEvent[]) =>
  readChatAnswer(writeChatAnswer(events, notes()), new Losses());

/** What an answer says, whichever way it went; what is counted beside tokens has no place on the way back. */
function said(sum: AnswerSum) {
  return {
    text: textOf(sum),
    reasoning: sum.items.map(({ opens, text }) => (opens.kind === 'reasoning' ? text : '')).join(''),
    calls: sum.items.flatMap(({ opens, json, sealed }) =>
      opens.kind === 'tool-call' ? [{ opens, json, sealed }] : [],
    ),
    citations: sum.items.flatMap(({ citations }) => citations.map(({ url }) => url)),
    finish: sum.finish,
    usage: sum.usage && { ...sum.usage, others: undefined },
    end: sum.end,
  };
}

/** The same, taken out of the wire by other means than the reader's. */
function toldBy(chunks: readonly Chunk[]) {
  const choices = chunks.flatMap((chunk) => chunk.choices?.slice(0, 1) ?? []);
  const bodies = choices.map(({ delta, message }): Body => delta ?? message ?? {});
  const parts = bodies.map(({ content }) =>
    Array.isArray(content)
      ? content.map((part: { text?: string }) => part.text ?? '').join('')
      : (content ?? ''),
  );
  return {
    text: parts.join(''),
    json: bodies
      .flatMap(({ tool_calls }) => tool_calls ?? [])
      .map((call) => call.function.arguments ?? '')
      .join(''),
    finish: choices
      .findLast(({ finish_reason }) => finish_reason)
      ?.finish_reason?.replace('tool_calls', 'tool-calls'),
    input: chunks
      .map((chunk) => (chunk.usage ?? chunk.x_groq?.usage)?.prompt_tokens)
      .findLast((count) => count !== undefined),
  };
}

function holds(events: readonly ModelEvent[], chunks: readonly Chunk[]): void {
  const sum = sumOf(events);
  const told = toldBy(chunks);
  expect(brokenRule(events)).toBeUndefined();
  expect(sum.end).toBe('end');
  expect(textOf(sum)).toBe(told.text);
  expect(sum.items.map(({ json }) => json).join('')).toBe(told.json);
  expect(sum.finish).toBe(told.finish);
  expect(sum.usage?.input).toBe(told.input);
  expect(said(sumOf(streamedAgain(events)))).toEqual(said(sum));
  expect(said(sumOf(wholeAgain(events)))).toEqual(said(sum));
}

for (const provider of providers) {
  describeWithRecordings(`Chat Completions as ${provider} writes them`, provider, (recordings) => {
    it('reads each whole answer, and says the same of it again in both ways', () => {
      for (const recording of recordings.whole.filter(({ name }) => !leftOut.test(name))) {
        const body = bodyOf(recording);
        holds(readChatAnswer(body, new Losses()), [body as Chunk]);
      }
      expect(recordings.whole.length).toBeGreaterThan(0);
    });

    it('reads each streamed answer, and says the same of it again in both ways', () => {
      for (const recording of recordings.streamed) {
        const chunks = chunksOf(recording).map((line) => JSON.parse(line) as Chunk);
        holds(readStream(chunks), chunks);
      }
      expect(recordings.streamed.length).toBeGreaterThan(0);
    });

    it('lets no field vanish, wherever it stands', () => {
      const vanished: string[] = [];
      for (const recording of recordings.whole.filter(({ name }) => !leftOut.test(name))) {
        const body = bodyOf(recording);
        for (const place of placesOf(body)) {
          const losses = new Losses();
          const events = readChatAnswer(withUnknown(body, place), losses);
          if (!isAccountedFor(place, losses, events)) vanished.push(`${recording.name}: ${place}`);
        }
      }
      for (const recording of recordings.streamed) {
        const chunks = chunksOf(recording).map((line) => JSON.parse(line) as unknown);
        for (const place of new Set(chunks.flatMap((chunk) => placesOf(chunk)))) {
          const losses = new Losses();
          const events = readStream(
            chunks.map((chunk) => withUnknown(chunk, place)),
            losses,
          );
          if (!isAccountedFor(place, losses, events)) vanished.push(`${recording.name}: ${place}`);
        }
      }
      expect(vanished).toEqual([]);
    });
  });
}
