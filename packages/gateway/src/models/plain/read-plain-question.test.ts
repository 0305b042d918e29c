import { describe, expect, it } from 'vitest';
import type { PlainDoor } from './plain-door.ts';
import { readPlainQuestion } from './read-plain-question.ts';

const embeddings: PlainDoor = { kind: 'plain', wish: 'embeddings', protocol: 'chat' };
const images: PlainDoor = { kind: 'plain', wish: 'images', protocol: 'chat' };
const batch: PlainDoor = { kind: 'plain', wish: 'embed-contents', protocol: 'gemini', model: 'small' };
const counting: PlainDoor = { ...batch, wish: 'count-contents' };

const read = (body: unknown, door: PlainDoor) =>
  readPlainQuestion(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), door, []);

function bodyFor(model: string, body: unknown, door: PlainDoor): string {
  const question = read(body, door);
  if (!('bodyFor' in question)) throw new Error(question.sentence);
  return question.bodyFor(model).toString();
}

describe('readPlainQuestion', () => {
  it('changes nothing but the name of the model, letter by letter', () => {
    const written = '{ "input":"\\u00e9", "model":"mine", "dimensions":1.0 }';
    expect(bodyFor('mine', written, embeddings)).toBe(written);
    expect(bodyFor('theirs', written, embeddings)).toBe(written.replace('mine', 'theirs'));
  });

  it('gives the model its name wherever Google has it said', () => {
    const content = { parts: [{ text: 'a' }] };
    const requests = [{ model: 'models/small', content }, { content }];
    expect(JSON.parse(bodyFor('embedding-001', { requests }, batch))).toEqual({
      requests: [{ model: 'models/embedding-001', content }, { content }],
    });
    const generateContentRequest = { model: 'models/small', contents: [content] };
    expect(JSON.parse(bodyFor('gemini-3', { generateContentRequest }, counting))).toEqual({
      generateContentRequest: { model: 'models/gemini-3', contents: [content] },
    });
  });

  it.each<[string, unknown, PlainDoor]>([
    ['names no model', { input: 'a' }, embeddings],
    ['names one that is no text', { input: 'a', model: ['mine'] }, embeddings],
    ['names another below', { requests: [{ model: 'models/small' }, { model: 'models/large' }] }, batch],
    ['names another beside', { model: 'models/large', requests: [] }, batch],
    ['names another in what it counts', { generateContentRequest: { model: 'models/large' } }, counting],
    ['names another in other words', { generate_content_request: { model: 'models/large' } }, counting],
    ['names one twice', '{"model":"a","input":"b","model":"c"}', embeddings],
    [
      'points to what somebody keeps',
      { model: 'mine', input: [{ file_id: 'file_of_somebody' }] },
      embeddings,
    ],
    ['points to words that somebody keeps', { model: 'mine', prompt: { id: 'pmpt_1' } }, images],
    ['wants a stream', { model: 'mine', prompt: 'A cat', stream: true }, images],
  ])('is refused where it %s', (_, body, door) => {
    expect(read(body, door)).toMatchObject({ code: 'model_request_invalid' });
  });

  it('says what a picture is to show', () => {
    expect(read({ model: 'mine', prompt: 'A cat' }, images)).toMatchObject({ model: 'mine' });
  });
});
