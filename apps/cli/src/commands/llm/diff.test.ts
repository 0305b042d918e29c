import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
const file = join(folder.path, 'request.json');
const question = { model: 'any', messages: [{ role: 'user', content: 'Hello' }], seed: 7 };
writeFileSync(file, JSON.stringify(question));
const config = join(folder.path, 'signet.yaml');
writeFileSync(
  config,
  `version: 1
llm:
  providers:
    mine: { kind: anthropic, url: http://127.0.0.1:1 }
    other: { kind: openai-compatible, url: http://127.0.0.1:1/v1 }
  models:
    spare: { targets: [{ provider: mine, model: claude-sonnet-4-5 }, { provider: other, model: small }] }
`,
);
afterAll(() => folder[Symbol.dispose]());

const diff = (...words: string[]) => runInProcess(['llm', 'diff', ...words], { width: 200 });

describe('signet llm diff', () => {
  it('tells what a kind of provider would not be told, and ends with 1 where a strict route refuses it', async () => {
    const told = await diff(file, '--to', 'anthropic/claude-sonnet-4-5');
    expect(told.code).toBe(1);
    expect(told.out).toMatch(/anthropic\/claude-sonnet-4-5 \(chat → anthropic\)/);
    expect(told.out).toMatch(/seed +dropped +\S/);
    expect(told.out).toContain('A strict route refuses it for: seed.');
  });

  it('tells it of each who may be asked for a configured model', async () => {
    const told = await diff(file, '--to', 'spare', '--config', config, '--json');
    expect(told.code).toBe(1);
    expect(JSON.parse(told.out)).toMatchObject({
      from: 'chat',
      targets: [
        { target: { name: 'mine/claude-sonnet-4-5', kind: 'anthropic' }, spoken: 'anthropic', isSame: false },
        { target: { name: 'other/small' }, spoken: 'chat', isSame: true, losses: [] },
      ],
    });
  });

  it('ends with 0 where nothing is lost', async () => {
    expect(await diff(file, '--to', 'openai/gpt-4.1')).toMatchObject({
      code: 0,
      out: expect.stringContaining('loses nothing'),
    });
  });

  it('reads another protocol where it is told so', async () => {
    const told = await diff(file, '--to', 'openai/gpt-4.1', '--from', 'anthropic');
    expect(told).toMatchObject({ code: 1, err: expect.stringContaining('how many tokens') });
  });

  it.each([
    ['a model that nobody is known to have', ['--to', 'nobody'], 'It is not known who has the model nobody'],
    [
      'a protocol that there is not',
      ['--to', 'openai/a', '--from', 'smoke'],
      '--from with one of chat, responses',
    ],
    ['a name that every object has', ['--to', 'constructor', '--config', config], 'It is not known who has'],
  ])('refuses %s', async (_, words, sentence) => {
    expect(await diff(file, ...words)).toMatchObject({ code: 2, err: expect.stringContaining(sentence) });
  });
});
