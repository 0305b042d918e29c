import { describe, expect, it } from 'vitest';
import { Losses } from '../model/loss.ts';
import type { ServerEvent } from '../sse/read-events.ts';
import { eventFrame, eventsOfFrames, exceptionFrame } from '../testing/frames.ts';
import { bodyOf, chunksOf, describeWithRecordings } from '../testing/recordings.ts';
import { callsOf, sumOf, textOf } from '../testing/sum.ts';
import { readAll } from '../testing/wire.ts';
import { readBedrockAnswer } from './read-answer.ts';
import { FrameReader } from './read-frames.ts';
import { BedrockStreamReader } from './read-stream.ts';

type Told = readonly [string, unknown];

const start: Told = ['messageStart', { role: 'assistant' }];
const text = (index: number, said: string): Told => [
  'contentBlockDelta',
  { contentBlockIndex: index, delta: { text: said }, p: 'abc' },
];
const close = (index: number): Told => ['contentBlockStop', { contentBlockIndex: index }];
const stop = (stopReason = 'end_turn'): Told => ['messageStop', { stopReason }];
const counted = (usage: object): Told => ['metadata', { usage, metrics: { latencyMs: 1 } }];

function eventsOf(told: readonly Told[]): readonly ServerEvent[] {
  return told.map(([name, payload]) => ({ name, data: JSON.stringify(payload) }));
}

const read = (told: readonly Told[]) => readAll((given) => new BedrockStreamReader(given), eventsOf(told));

describe('BedrockStreamReader', () => {
  it('reads texts that begin with their first piece, usage behind the reason, and loses nothing', () => {
    const usage = {
      inputTokens: 10,
      outputTokens: 5,
      totalTokens: 75,
      cacheReadInputTokens: 40,
      cacheWriteInputTokens: 20,
    };
    const details = {
      ...usage,
      cacheDetails: [
        { ttl: '1h', inputTokens: 15 },
        { ttl: '5m', inputTokens: 5 },
      ],
    };
    const { events, lost } = read([start, text(0, 'Hel'), text(0, 'lo'), close(0), stop(), counted(details)]);
    const sum = sumOf(events);
    expect(textOf(sum)).toBe('Hello');
    expect(sum).toMatchObject({ finish: 'stop', end: 'end' });
    expect(sum.usage).toEqual({
      ...{ provenance: 'provider', input: 70, output: 5 },
      ...{ cacheRead: 40, cacheWrite5m: 5, cacheWrite1h: 15 },
    });
    expect(lost).toEqual([]);
  });

  it('reads calls in pieces, and one without arguments', () => {
    const call = (index: number, toolUseId: string): Told => [
      'contentBlockStart',
      { contentBlockIndex: index, start: { toolUse: { toolUseId, name: 'f' } } },
    ];
    const piece = (input: string): Told => [
      'contentBlockDelta',
      { contentBlockIndex: 0, delta: { toolUse: { input } } },
    ];
    const { events } = read([
      start,
      call(0, 'a'),
      piece('{"x"'),
      piece(':1}'),
      close(0),
      call(1, 'b'),
      close(1),
      stop('tool_use'),
    ]);
    expect(callsOf(sumOf(events))).toEqual([
      ['f', { x: 1 }],
      ['f', {}],
    ]);
  });

  it('keeps the seal of a thought, and what is kept from all but its maker', () => {
    const thought = (reasoningContent: object): Told => [
      'contentBlockDelta',
      { contentBlockIndex: 0, delta: { reasoningContent } },
    ];
    const plain = read([start, thought({ text: 'hm' }), thought({ signature: 's' }), close(0), stop()]);
    expect(sumOf(plain.events).items).toMatchObject([
      { opens: { kind: 'reasoning' }, text: 'hm', sealed: [{ maker: 'anthropic', value: 's' }] },
    ]);
    const redacted = read([start, thought({ redactedContent: 'AAAA' }), close(0), stop()]);
    expect(sumOf(redacted.events).items).toMatchObject([
      { opens: { kind: 'reasoning', redacted: true }, sealed: [{ value: 'AAAA' }] },
    ]);
  });

  it.each<[string, readonly Told[]]>([
    ['is cut in a text', [start, text(0, 'Hel')]],
    ['does not say why it ended', [start, text(0, 'Hello'), close(0)]],
    [
      'ends with a call that is open',
      [
        start,
        ['contentBlockStart', { contentBlockIndex: 0, start: { toolUse: { toolUseId: 'a', name: 'f' } } }],
        stop('tool_use'),
      ],
    ],
    ['ends twice', [start, text(0, 'Hello'), close(0), stop(), stop()]],
    ['goes on behind its end', [start, text(0, 'Hello'), close(0), stop(), text(1, 'More')]],
    ['ends a part that it had not begun', [start, close(3)]],
    [
      'goes on with a call that it had not begun',
      [['contentBlockDelta', { contentBlockIndex: 0, delta: { toolUse: { input: '{' } } }]],
    ],
    ['has a frame that is no object', [start, ['contentBlockDelta', 'text']]],
    [
      'says an exception',
      [start, text(0, 'Hel'), ['exception:throttlingException', { message: 'Slow down' }]],
    ],
  ])('is no whole answer where it %s', (_, told) => {
    expect(sumOf(read(told).events).end).toBe('failed');
  });

  it('says how HTTP would have said an exception', () => {
    const { events } = read([start, ['exception:throttlingException', { message: 'Slow down' }]]);
    expect(events.at(-1)).toEqual({
      kind: 'failed',
      failure: { status: 429, type: 'throttlingException', message: 'Slow down' },
    });
  });

  it('reads frames that are cut anywhere', () => {
    const bytes = Buffer.concat(
      [start, text(0, 'Grüße'), close(0), stop()].map(([name, payload]) => eventFrame(name, payload)),
    );
    for (const size of [1, 7, 64]) {
      const frames = new FrameReader();
      const events: ServerEvent[] = [];
      for (let at = 0; at < bytes.length; at += size)
        events.push(...frames.read(bytes.subarray(at, at + size)));
      const { events: told } = readAll((given) => new BedrockStreamReader(given), events);
      expect(textOf(sumOf(told))).toBe('Grüße');
    }
  });

  it('reads an exception out of its frame', () => {
    const events = new FrameReader().read(exceptionFrame('modelTimeoutException', 'Too late'));
    const { events: told } = readAll((given) => new BedrockStreamReader(given), events);
    expect(told).toEqual([
      { kind: 'failed', failure: { status: 504, type: 'modelTimeoutException', message: 'Too late' } },
    ]);
  });
});

describe('readBedrockAnswer', () => {
  it('tells of nothing but a failure where there is no message', () => {
    for (const body of [undefined, {}, { message: 'No' }, { output: {} }]) {
      expect(readBedrockAnswer(body, new Losses()).map(({ kind }) => kind)).toEqual(['failed']);
    }
  });

  it('reads what has text and where that is from', () => {
    const location = { web: { url: 'https://a.example', domain: 'a.example' } };
    const cited = {
      content: [{ text: 'It rains' }],
      citations: [{ title: 'A', location, sourceContent: [{ text: 'rain' }] }],
    };
    const losses = new Losses();
    const events = readBedrockAnswer(
      {
        output: { message: { role: 'assistant', content: [{ citationsContent: cited }] } },
        stopReason: 'end_turn',
        usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 },
      },
      losses,
    );
    expect(sumOf(events).items).toMatchObject([
      { text: 'It rains', citations: [{ url: 'https://a.example', title: 'A', quoted: 'rain' }] },
    ]);
    expect(losses.told).toEqual([]);
  });
});

describeWithRecordings("Bedrock's recorded answers", 'amazon-bedrock', (recordings) => {
  it.each(recordings.streamed)('$name is read to its end, with nothing lost', (each) => {
    const { events, lost } = readAll(
      (given) => new BedrockStreamReader(given),
      eventsOfFrames(chunksOf(each)),
    );
    expect(sumOf(events).end).toBe('end');
    expect(lost.filter((path) => path !== 'usage')).toEqual([]);
  });

  it.each(recordings.whole)('$name is read to its end, with nothing lost', (each) => {
    const losses = new Losses();
    const sum = sumOf(readBedrockAnswer(bodyOf(each), losses));
    expect(sum).toMatchObject({ end: 'end', usage: { provenance: 'provider' } });
    expect(losses.told).toEqual([]);
  });
});
