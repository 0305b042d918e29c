import { expect, it } from 'vitest';
import { plainUsage } from './plain-usage.ts';

it('takes what a provider counts', () => {
  expect(plainUsage('embeddings', {}, { usage: { prompt_tokens: 5, total_tokens: 5 } })).toEqual({
    ...{ provenance: 'provider', input: 5, output: 0 },
  });
  expect(plainUsage('embed-contents', {}, { usageMetadata: { promptTokenCount: 7 } })).toMatchObject({
    input: 7,
  });
  const usage = { input_tokens: 10, output_tokens: 4_160, input_tokens_details: { image_tokens: 3 } };
  expect(plainUsage('images', {}, { usage })).toMatchObject({ input: 10, output: 4_160, imageInput: 3 });
  expect(plainUsage('rerank', {}, { meta: { billed_units: { search_units: 1 } } })).toMatchObject({
    others: { search_units: 1 },
  });
});

it('estimates by all texts that were sent what nobody counts, and says so', () => {
  const question = { requests: [{ content: { parts: [{ text: 'Ünder'.repeat(10) }] } }] };
  expect(plainUsage('embed-contents', question, {})).toEqual({
    provenance: 'estimated',
    input: 15,
    output: 0,
  });
  expect(plainUsage('embeddings', { input: [[1, 2, 3]] }, {})).toMatchObject({ input: 3 });
});

it.each([-1, 1.5, '5', null, Number.MAX_VALUE])('believes no count such as %j', (count) => {
  expect(plainUsage('embeddings', { input: 'abcd' }, { usage: { prompt_tokens: count } })).toEqual({
    ...{ provenance: 'estimated', input: 1, output: 0 },
  });
});

it('takes seconds of what is heard, and no price where there are none', () => {
  const usage = { input_tokens: 10, output_tokens: 5, input_token_details: { audio_tokens: 8 } };
  expect(plainUsage('transcriptions', {}, { usage })).toMatchObject({ input: 10, output: 5, audioInput: 8 });
  expect(plainUsage('transcriptions', {}, { usage: { seconds: 7.2 } })?.others).toEqual({ audio_seconds: 8 });
  expect(plainUsage('transcriptions', {}, { text: 'Hello' })?.others).toEqual({ transcriptions: 1 });
});

it('has no price for pictures that nobody counted, in place of none', () => {
  expect(plainUsage('images', { prompt: 'A cat' }, { data: [] })?.others).toEqual({ images: 1 });
});

it('counts nothing where nothing is charged', () => {
  expect(plainUsage('count-messages', {}, { input_tokens: 5 })).toBeUndefined();
  expect(plainUsage('moderations', {}, { results: [] })).toBeUndefined();
});
