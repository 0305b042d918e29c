import { describe, expect, it } from 'vitest';
import { Losses } from '../model/loss.ts';
import { callsOf, sumOf, textOf } from '../testing/sum.ts';
import { eventsOf, readAll } from '../testing/wire.ts';
import { readGeminiAnswer } from './read-answer.ts';
import { GeminiStreamReader } from './read-stream.ts';

const head = { modelVersion: 'gemini', responseId: 'r' };
const chunk = (parts: readonly unknown[], more: object = {}, beside: object = {}) => ({
  candidates: [{ content: { role: 'model', parts }, index: 0, ...more }],
  ...beside,
  ...head,
});
const stop = { finishReason: 'STOP' };
const usageMetadata = {
  promptTokenCount: 9,
  candidatesTokenCount: 3,
  thoughtsTokenCount: 20,
  totalTokenCount: 32,
};
const counted = { usageMetadata };

function read(...data: readonly unknown[]) {
  const { events, lost } = readAll((given) => new GeminiStreamReader(given), eventsOf(data));
  return { events, lost, sum: sumOf(events), last: events.at(-1) };
}

describe('GeminiStreamReader', () => {
  it('reads thoughts, texts and their signatures, and counts what was thought as output', () => {
    const { sum, lost } = read(
      chunk([{ text: 'Hm.', thought: true }]),
      chunk([{ text: 'Th' }]),
      chunk([{ text: 'ree.' }]),
      chunk([{ text: '', thoughtSignature: 'c2ln' }], stop, counted),
    );
    expect(lost).toEqual([]);
    expect(sum).toMatchObject({ finish: 'stop', end: 'end', usage: { input: 9, output: 23, reasoning: 20 } });
    expect(sum.items).toMatchObject([
      { opens: { kind: 'reasoning' }, text: 'Hm.' },
      { opens: { kind: 'message' }, text: 'Three.', sealed: [{ maker: 'google', value: 'c2ln' }] },
    ]);
  });

  it('says of an answer with calls that it is one, keeps their signature, and makes ids', () => {
    const call = (city: string) => ({ functionCall: { name: 'weather', args: { city } } });
    const { sum, events } = read(
      chunk([{ ...call('Bern'), thoughtSignature: 'c2ln' }, call('Rome')], stop, counted),
    );
    expect(sum.finish).toBe('tool-calls');
    expect(callsOf(sum)).toEqual([
      ['weather', { city: 'Bern' }],
      ['weather', { city: 'Rome' }],
    ]);
    expect(sum.items.map(({ sealed }) => sealed.length)).toEqual([1, 0]);
    const ids = events.flatMap((event) =>
      event.kind === 'item' && event.opens.kind === 'tool-call' ? [event.opens.id] : [],
    );
    expect(ids).toEqual(['call_r_0', 'call_r_1']);
  });

  it('puts arguments together that come place by place, whether or not their end is said', () => {
    const part = (functionCall: object) => chunk([{ functionCall }]);
    const one = [
      part({ name: 'f', willContinue: true }),
      part({ partialArgs: [{ jsonPath: '$.a', stringValue: 'x', willContinue: true }], willContinue: true }),
      part({ partialArgs: [{ jsonPath: '$.a', stringValue: 'y' }], willContinue: true }),
    ];
    const said = read(
      ...one,
      part({}),
      part({ name: 'g', willContinue: true }),
      part({}),
      chunk([], stop, counted),
    );
    expect(callsOf(said.sum)).toEqual([
      ['f', { a: 'xy' }],
      ['g', {}],
    ]);
    expect(callsOf(read(...one, chunk([{ text: '' }], stop, counted)).sum)).toEqual([['f', { a: 'xy' }]]);
    expect(read(part({ partialArgs: [] })).last).toMatchObject({ failure: { code: 'malformed_answer' } });
    const wild = part({ name: 'f', partialArgs: [{ jsonPath: '$.a[9]', stringValue: 'x' }] });
    expect(read(wild, chunk([], stop)).last).toMatchObject({ failure: { code: 'malformed_answer' } });
  });

  it('says of a question that was blocked why it has no answer', () => {
    const blocked = {
      promptFeedback: { blockReason: 'PROHIBITED_CONTENT', blockReasonMessage: 'No.' },
      ...counted,
    };
    const { events, sum } = read(blocked);
    expect(events.find(({ kind }) => kind === 'finish')).toEqual({
      kind: 'finish',
      reason: 'content-filter',
      said: 'PROHIBITED_CONTENT',
      explanation: 'No.',
    });
    expect(sum.end).toBe('end');
  });

  it.each([
    ['MAX_TOKENS', 'length'],
    ['SAFETY', 'content-filter'],
    ['IMAGE_SAFETY', 'content-filter'],
    ['MALFORMED_FUNCTION_CALL', 'error'],
    ['A_NEW_ONE', 'stop'],
  ])('says of %s that it is %s', (finishReason, reason) => {
    const { sum, lost } = read(chunk([{ text: 'x' }], { finishReason }, counted));
    expect(sum.finish).toBe(reason);
    expect(lost).toEqual(finishReason === 'A_NEW_ONE' ? ['candidates[].finishReason'] : []);
  });

  it('takes an answer for whole only where each of its candidates said why it ended', () => {
    const second = { candidates: [{ content: { parts: [{ text: 'b' }] }, index: 1 }], ...head };
    for (const data of [[], [chunk([{ text: 'x' }])], [chunk([{ text: 'x' }], stop), second], [counted]]) {
      expect(read(...data).last).toMatchObject({ kind: 'failed', failure: { code: 'cut_answer' } });
    }
    const { events, sum } = read(chunk([{ text: 'a' }], stop, counted), {
      candidates: [{ index: 1, ...stop }],
    });
    expect(sum.end).toBe('end');
    expect(events.filter(({ kind }) => kind === 'finish')).toMatchObject([{}, { answer: 1 }]);
  });

  it('takes an error inside a 200 for an error, and what is no JSON', () => {
    const error = { error: { code: 503, status: 'UNAVAILABLE', message: 'Busy.' } };
    expect(read(chunk([{ text: 'x' }]), error, chunk([], stop)).last).toEqual({
      kind: 'failed',
      failure: { status: 503, type: 'UNAVAILABLE', message: 'Busy.' },
    });
    expect(read('{"candidates":').last).toMatchObject({ failure: { status: 502 } });
  });

  it('believes no usage that is missing, or zero beside content', () => {
    const zero = { usageMetadata: { promptTokenCount: 0, candidatesTokenCount: 0 } };
    for (const beside of [{}, zero]) {
      const { sum, lost } = read(chunk([{ text: 'x' }], stop, beside));
      expect([sum.usage, lost]).toEqual([undefined, ['usageMetadata']]);
    }
  });

  it('keeps parts of the provider as they are, and tells what it does not carry', () => {
    const code = { executableCode: { language: 'PYTHON', code: '1' } };
    const safetyRatings = [{ category: 'x' }];
    const { sum, lost } = read(chunk([code, { text: 'x', mood: 1 }], { ...stop, safetyRatings }, counted));
    expect(sum.items[0]?.opens).toEqual({ kind: 'foreign', type: 'executableCode', value: code });
    expect(lost).toEqual(['candidates[0].content.parts[1].mood', 'candidates[0].safetyRatings']);
  });

  it('reads citations of a search', () => {
    const groundingMetadata = {
      groundingChunks: [{ web: { uri: 'https://a.example', title: 'A' } }],
      groundingSupports: [{ segment: { text: 'So' }, groundingChunkIndices: [0, 7] }],
    };
    const { sum } = read(chunk([{ text: 'So.' }], { ...stop, groundingMetadata }, counted));
    expect(textOf(sum)).toBe('So.');
    expect(sum.items[0]?.citations).toEqual([{ url: 'https://a.example', title: 'A', quoted: 'So' }]);
  });
});

describe('readGeminiAnswer', () => {
  it('reads a whole answer as the events of a stream', () => {
    const sum = sumOf(readGeminiAnswer(chunk([{ text: 'Hi' }], stop, counted), new Losses()));
    expect([textOf(sum), sum.finish, sum.end]).toEqual(['Hi', 'stop', 'end']);
  });

  it.each([null, '<html>', [], {}, { usageMetadata }])('takes %j for a failure', (body) => {
    expect(readGeminiAnswer(body, new Losses())).toMatchObject([
      { kind: 'failed', failure: { status: 502 } },
    ]);
  });
});
