import type { AddedKind } from '@signet/contracts';
import type { AskServer } from '@signet/trust';
import { expect, it } from 'vitest';
import { createListModelsOf } from './list-models-of.ts';

const key = 'sk-0123456789abcdefWXYZ';
const bearer = `Bearer ${key}`;
const compatible = 'openai-compatible';

function asking(answer: () => Response) {
  const asked: Parameters<AskServer>[] = [];
  const list = createListModelsOf(async (...question) => {
    asked.push(question);
    return answer();
  });
  return { asked, list: (kind: AddedKind, url: string) => list({ kind, url, key }) };
}

it.each([
  ['openai', 'https://a.example/v1', 'https://a.example/v1/models', 'authorization', bearer],
  ['azure', 'https://a.example', 'https://a.example/openai/v1/models', 'api-key', key],
  ['groq', 'https://a.example/v1', 'https://a.example/v1/models', 'authorization', bearer],
  [compatible, 'https://a.example/v1', 'https://a.example/v1/models', 'authorization', bearer],
  ['anthropic', 'https://a.example', 'https://a.example/v1/models?limit=1000', 'x-api-key', key],
  ['gemini', 'https://a.example', 'https://a.example/v1beta/models?pageSize=1000', 'x-goog-api-key', key],
] as const)('asks %s at its address, with the key where it takes one', async (...given) => {
  const [kind, url, at, header, value] = given;
  const { asked, list } = asking(() => Response.json({ data: [{ id: 'b' }, { id: 'a' }] }));
  expect(await list(kind, url)).toEqual({
    ...{ outcome: 'answers', status: 200, models: ['a', 'b'], furtherModels: 0 },
  });
  const [[address, { headers }] = ['', { headers: {} }]] = asked;
  expect([address, Object.entries(headers).filter(([, each]) => String(each).includes(key))]).toEqual([
    at,
    [[header, value]],
  ]);
});

it('reads the list of Gemini, and tells of a long one so many', async () => {
  const models = Array.from({ length: 201 }, (_, at) => ({ name: `models/m${at}` }));
  const { list } = asking(() => Response.json({ models }));
  const answered = await list('gemini', 'https://a.example');
  expect([answered.models[0], answered.models.length, answered.furtherModels]).toEqual(['m0', 200, 1]);
});

it.each([
  ['key-refused', () => new Response(`wrong key ${key}`, { status: 401 })],
  ['key-refused', () => new Response(null, { status: 403 })],
  ['other-answer', () => new Response('<html>', { status: 200 })],
  ['other-answer', () => Response.json({ data: 'many' })],
  ['other-answer', () => new Response(null, { status: 302, headers: { location: 'https://thief.example' } })],
  [
    'unreachable',
    () => {
      throw new Error(`no answer to ${key}`);
    },
  ],
] as const)('says %s, and nothing that the other side said', async (outcome, answer) => {
  const { list } = asking(answer);
  const answered = await list('openai', 'https://a.example/v1');
  expect(answered).toMatchObject({ outcome, models: [], furtherModels: 0 });
  expect(JSON.stringify(answered)).not.toContain(key);
});
