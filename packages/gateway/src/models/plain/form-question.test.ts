import { expect, it } from 'vitest';
import { readForm } from './form.ts';
import { readFormQuestion } from './form-question.ts';

const type = 'multipart/form-data; boundary=cut';
const form = (...fields: readonly (readonly [string, string, string?])[]) =>
  Buffer.from(
    `${fields
      .map(
        ([name, value, more = '']) =>
          `--cut\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`,
      )
      .join('')}--cut--\r\n`,
  );
const file = ['file', 'RIFF', '; filename="a.wav"'] as const;

it('gives the model its name, and leaves the rest as it is', () => {
  const asked = readFormQuestion(form(['model', 'mine'], ['language', 'de'], file), [], type);
  if (!('bodyFor' in asked)) throw new Error(asked.sentence);
  expect(asked.model).toBe('mine');
  const sent = readForm(asked.bodyFor('whisper-1') as Buffer, asked.type ?? '');
  expect(sent?.parts.map(({ name, content }) => [name, content.toString()])).toEqual([
    ['model', 'whisper-1'],
    ['language', 'de'],
    ['file', 'RIFF'],
  ]);
});

it('lets no field be found in another, however kindly its lines are read', () => {
  const hidden = 'RIFF\n--cut\nContent-Disposition: form-data; name="model"\n\nother\n--cut--';
  const asked = readFormQuestion(form(['model', 'mine'], ['file', hidden, '; filename="a.wav"']), [], type);
  if (!('bodyFor' in asked)) throw new Error(asked.sentence);
  const [, boundary = ''] = /boundary="(.*)"/.exec(asked.type ?? '') ?? [];
  expect(boundary).toMatch(/^signet-[0-9a-f]{40,}$/);
  expect(hidden).not.toContain(boundary);
  // Two fields, and the end.
  expect(asked.bodyFor('whisper-1').toString().split(boundary)).toHaveLength(4);
});

it.each<[string, Buffer]>([
  ['has no model', form(file)],
  ['has its model in a file', form(['model', 'mine', '; filename="model"'], file)],
  ['has two models', form(['model', 'mine'], file, ['model', 'other'])],
  ['has two models in other letters', form(['model', 'mine'], ['Model', 'other'], file)],
  ['is streamed', form(['model', 'mine'], ['stream', 'true'], file)],
  ['wants an answer that nobody can count', form(['model', 'mine'], ['response_format', 'srt'], file)],
  ['is no form', Buffer.from('{"model":"mine"}')],
])('is refused where it %s', (_, bytes) => {
  expect(readFormQuestion(bytes, [], type)).toMatchObject({ code: 'model_request_invalid' });
});
