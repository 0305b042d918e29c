import { expect, it } from 'vitest';
import { readAnthropicAnswer } from './anthropic/read-answer.ts';
import { AnthropicStreamReader } from './anthropic/read-stream.ts';
import { writeAnthropicAnswer } from './anthropic/write-answer.ts';
import { AnthropicStreamWriter } from './anthropic/write-stream.ts';
import { readBedrockAnswer } from './bedrock/read-answer.ts';
import { BedrockStreamReader } from './bedrock/read-stream.ts';
import { readGeminiAnswer } from './gemini/read-answer.ts';
import { GeminiStreamReader } from './gemini/read-stream.ts';
import { writeGeminiAnswer } from './gemini/write-answer.ts';
import { GeminiStreamWriter } from './gemini/write-stream.ts';
import { Notes } from './mapping/notes.ts';
import type { ModelEvent } from './model/event.ts';
import { Losses } from './model/loss.ts';
import type { Protocol, ProviderProtocol } from './model/protocol.ts';
import { readChatAnswer } from './openai-chat/read-answer.ts';
import { ChatStreamReader } from './openai-chat/read-stream.ts';
import { writeChatAnswer } from './openai-chat/write-answer.ts';
import { ChatStreamWriter } from './openai-chat/write-stream.ts';
import { readResponsesAnswer } from './openai-responses/read-answer.ts';
import { ResponsesStreamReader } from './openai-responses/read-stream.ts';
import { writeResponsesAnswer } from './openai-responses/write-answer.ts';
import { ResponsesStreamWriter } from './openai-responses/write-stream.ts';
import type { ServerEvent } from './sse/read-events.ts';
import { eventsOfFrames } from './testing/frames.ts';
import { bodyOf, chunksOf, describeWithRecordings } from './testing/recordings.ts';
import { callsOf, sumOf, textOf } from './testing/sum.ts';
import { eventsOf, readAll, readBack } from './testing/wire.ts';

interface Spoken {
  readonly reader: (given: { readonly losses: Losses }) => {
    read(event: ServerEvent): readonly ModelEvent[];
    end(): readonly ModelEvent[];
  };
  readonly writer: (notes: Notes) => { write(event: ModelEvent): string };
  readonly readWhole: (body: unknown, losses: Losses) => readonly ModelEvent[];
  readonly writeWhole: (events: readonly ModelEvent[], notes: Notes) => unknown;
}

const spoken: Readonly<Record<Protocol, Spoken>> = {
  chat: {
    reader: (given) => new ChatStreamReader(given),
    writer: (notes) => new ChatStreamWriter({ notes, withUsage: true }),
    readWhole: readChatAnswer,
    writeWhole: writeChatAnswer,
  },
  responses: {
    reader: (given) => new ResponsesStreamReader(given),
    writer: (notes) => new ResponsesStreamWriter({ notes }),
    readWhole: readResponsesAnswer,
    writeWhole: writeResponsesAnswer,
  },
  anthropic: {
    reader: (given) => new AnthropicStreamReader(given),
    writer: (notes) => new AnthropicStreamWriter({ notes }),
    readWhole: readAnthropicAnswer,
    writeWhole: (events, notes) => writeAnthropicAnswer(events, notes).body,
  },
  gemini: {
    reader: (given) => new GeminiStreamReader(given),
    writer: (notes) => new GeminiStreamWriter({ notes }),
    readWhole: readGeminiAnswer,
    writeWhole: (events, notes) => writeGeminiAnswer(events, notes).body,
  },
};

const readers: Readonly<Record<ProviderProtocol, Pick<Spoken, 'reader' | 'readWhole'>>> = {
  ...spoken,
  bedrock: { reader: (given) => new BedrockStreamReader(given), readWhole: readBedrockAnswer },
};

/** What a caller goes by. Others say of each answer with calls that it ended for them. */
function said(events: readonly ModelEvent[]) {
  const sum = sumOf(events);
  const calls = callsOf(sum);
  const finish = sum.finish === 'stop' && calls.length > 0 ? 'tool-calls' : sum.finish;
  const tokens = sum.usage && { input: sum.usage.input, output: sum.usage.output };
  return { text: textOf(sum), calls, finish, tokens, end: sum.end };
}

function streamed(
  events: readonly ModelEvent[],
  from: ProviderProtocol,
  to: Protocol,
): readonly ModelEvent[] {
  const writer = spoken[to].writer(new Notes({ from, to, losses: new Losses() }));
  return readAll(spoken[to].reader, readBack(events.map((event) => writer.write(event)).join(''))).events;
}

function whole(events: readonly ModelEvent[], from: ProviderProtocol, to: Protocol): readonly ModelEvent[] {
  const body = spoken[to].writeWhole(events, new Notes({ from, to, losses: new Losses() }));
  return spoken[to].readWhole(body, new Losses());
}

const sources = [
  ['anthropic', 'anthropic', ['chat', 'responses', 'gemini']],
  ['google', 'gemini', ['chat', 'responses', 'anthropic']],
  ['amazon-bedrock', 'bedrock', ['chat', 'responses', 'anthropic', 'gemini']],
] as const;

for (const [provider, from, targets] of sources) {
  describeWithRecordings(`answers of ${from} for callers of another protocol`, provider, (recordings) => {
    const all = [
      ...recordings.whole.map((each) => readers[from].readWhole(bodyOf(each), new Losses())),
      ...recordings.streamed
        .flatMap((each) => (from === 'bedrock' ? [eventsOfFrames(chunksOf(each))] : turnsOf(chunksOf(each))))
        .map((turn) => readAll(readers[from].reader, turn).events),
    ].filter((events) => events.at(-1)?.kind === 'end' && (from !== 'bedrock' || isCounted(events)));

    it.each(targets)('say the same in the form of %s, whole and streamed', (to) => {
      expect(all.length).toBeGreaterThan(8);
      for (const events of all) {
        expect(said(streamed(events, from, to))).toEqual(said(events));
        expect(said(whole(events, from, to))).toEqual(said(events));
      }
    });
  });
}

/** Some streams of Bedrock were kept without their counts, which the real ones have. */
function isCounted(events: readonly ModelEvent[]): boolean {
  return events.some(({ kind }) => kind === 'usage');
}

/** Some recordings of Anthropic's hold several turns, one after the other. */
function turnsOf(chunks: readonly string[]): readonly (readonly ServerEvent[])[] {
  const turns: ServerEvent[][] = [[]];
  for (const event of eventsOf(chunks)) {
    turns.at(-1)?.push(event);
    if (event.data.includes('"message_stop"')) turns.push([]);
  }
  return turns.filter(({ length }) => length > 0);
}
