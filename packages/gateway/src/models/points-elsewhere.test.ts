import { describe, expect, it } from 'vitest';
import { pointsElsewhere } from './points-elsewhere.ts';

const said = (content: unknown) => ({ messages: [{ role: 'user', content: [content] }] });

describe('a question points to what a provider keeps', () => {
  it.each([
    ['by the answer before it', { previous_response_id: 'resp_1' }, 'previous_response_id'],
    ['by a conversation', { conversation: { id: 'conv_1' } }, 'conversation'],
    ['by a cache', { cachedContent: 'cachedContents/1' }, 'cachedContent'],
    ['by a file of Chat Completions', said({ type: 'file', file: { file_id: 'file-1' } }), 'file_id'],
    [
      'by a file of Messages',
      said({ type: 'document', source: { type: 'file', file_id: 'file_1' } }),
      'file_id',
    ],
    [
      'by a file within the result of a tool',
      said({
        type: 'tool_result',
        content: [{ type: 'image', source: { type: 'file', file_id: 'file_1' } }],
      }),
      'file_id',
    ],
    [
      'by a file of Responses',
      { input: [{ role: 'user', content: [{ type: 'input_image', file_id: 'file-1' }] }] },
      'file_id',
    ],
    [
      'by a file of what a tool put out',
      { input: [{ type: 'function_call_output', output: [{ type: 'input_file', file_id: 'file-1' }] }] },
      'file_id',
    ],
    [
      'by stores that are searched',
      { tools: [{ type: 'file_search', vector_store_ids: ['vs_1'] }] },
      'vector_store_ids',
    ],
    ['by a container of a tool', { tools: [{ type: 'code_interpreter', container: 'cntr_1' }] }, 'container'],
    [
      'by files in a new container',
      { tools: [{ type: 'code_interpreter', container: { type: 'auto', file_ids: ['file-1'] } }] },
      'file_ids',
    ],
    ['by an item', { input: [{ type: 'item_reference', id: 'msg_1' }] }, 'input[].id'],
    ['by an item without its type', { input: [{ id: 'msg_1' }] }, 'input[].id'],
    ['by an image', { input: [{ type: 'image_generation_call', id: 'ig_1' }] }, 'input[].id'],
    ['by an answer that was heard', { messages: [{ role: 'assistant', audio: { id: 'audio_1' } }] }, 'audio'],
    [
      'by a file of Gemini',
      {
        contents: [
          { parts: [{ fileData: { fileUri: 'https://generativelanguage.googleapis.com/v1beta/files/1' } }] },
        ],
      },
      'fileUri',
    ],
    ['by the name of one', { contents: [{ parts: [{ file_data: { file_uri: 'files/1' } }] }] }, 'file_uri'],
    ['by a bucket', { contents: [{ parts: [{ fileData: { fileUri: 'gs://bucket/1' } }] }] }, 'fileUri'],
    [
      'by stores of Gemini',
      { tools: [{ fileSearch: { fileSearchStoreNames: ['fileSearchStores/1'] } }] },
      'fileSearchStoreNames',
    ],
  ])('%s', (_, question, field) => {
    expect(pointsElsewhere(question)).toBe(field);
  });
});

describe('a question says all of itself', () => {
  it.each([
    [
      'with a tool whose argument has such a name',
      { tools: [{ name: 'read', input_schema: { properties: { file_id: { type: 'string' } } } }] },
    ],
    [
      'with arguments of that name',
      { messages: [{ role: 'assistant', content: [{ type: 'tool_use', input: { file_id: 'mine' } }] }] },
    ],
    ['with arguments of Gemini', { contents: [{ parts: [{ functionCall: { args: { fileId: 'mine' } } }] }] }],
    [
      'with a form of its answer',
      { response_format: { json_schema: { schema: { properties: { container: 'x' } } } } },
    ],
    [
      'with items that came from an answer',
      { input: [{ type: 'message', id: 'msg_1', role: 'assistant', content: [] }] },
    ],
    [
      'with an image that came from an answer',
      { input: [{ type: 'image_generation_call', id: 'ig_1', result: 'AAAA' }] },
    ],
    ['with reasoning', { input: [{ type: 'reasoning', id: 'rs_1', encrypted_content: 'sealed' }] }],
    [
      'with a new container',
      { tools: [{ type: 'code_interpreter', container: { type: 'auto', file_ids: [] } }] },
    ],
    [
      'with a film for all',
      { contents: [{ parts: [{ fileData: { fileUri: 'https://www.youtube.com/watch?v=1' } }] }] },
    ],
    ['with a voice', { audio: { voice: 'alloy', format: 'wav' } }],
    [
      'with nothing where something could stand',
      { previous_response_id: null, background: false, input: 'file_id' },
    ],
  ])('%s', (_, question) => {
    expect(pointsElsewhere(question)).toBeUndefined();
  });
});
