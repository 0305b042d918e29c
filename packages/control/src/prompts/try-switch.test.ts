import type { LlmConfiguration, PromptDefinition } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { createMemoryPromptStore } from '../ports/index.ts';
import { createTrySwitch } from './try-switch.ts';

const times = { connectTimeout: 1, firstEvent: 1, idle: 1, whole: 1 };
const asking = (...models: readonly string[]) => ({
  ...{ strategy: 'priority' as const, retries: 1 },
  targets: models.map((model) => ({ provider: 'one', model, weight: 1, lacks: [] })),
});
const providers = { one: { kind: 'openai' as const, url: 'https://one.example/v1', ...times } };
const before: LlmConfiguration = { providers, models: { gpt: asking('small'), other: asking('small') } };
const after: LlmConfiguration = {
  providers,
  models: { gpt: asking('small', 'large'), other: asking('large') },
};

const definition = (model: string, ...tests: readonly string[]): PromptDefinition => ({
  messages: [{ role: 'user', text: 'Hello' }],
  ...{ variables: {}, optional: [], model, parameters: {} },
  tests: tests.map((name) => ({ name, values: {}, expect: { contains: ['a'], lacks: [] } })),
});

async function switching(prompts: Readonly<Record<string, readonly PromptDefinition[]>>) {
  const store = createMemoryPromptStore();
  const by = { kind: 'operator' } as const;
  for (const [name, versions] of Object.entries(prompts))
    for (const [minor, each] of versions.entries()) {
      const version = { major: 1, minor };
      await store.add({ name, version, at: 0, by, definition: each });
      await store.publish({ name, number: minor + 1, at: 0, by, stable: version });
    }
  const ran: string[] = [];
  const trySwitch = createTrySwitch({
    store,
    async runTest(prompt, { name }, llm) {
      ran.push(
        `${prompt.name} ${name} ${llm?.models[prompt.definition.model]?.targets.map(({ model }) => model)}`,
      );
      return name.startsWith('fails') ? ['is bad'] : [];
    },
  });
  return { trySwitch, ran };
}

describe('a model that asks another from now on', () => {
  it('is held against the tests of the prompts that stand on it and count, by its new target alone', async () => {
    const { trySwitch, ran } = await switching({
      greeting: [definition('gpt', 'fails of old'), definition('gpt', 'one', 'two')],
      else: [definition('nothing that switches', 'fails')],
    });
    expect(await trySwitch(before, after, [])).toEqual({ kind: 'passed' });
    expect(ran).toEqual(['greeting one large', 'greeting two large']);
  });

  it('is refused by one that does not pass, and then no more of them are asked', async () => {
    const { trySwitch, ran } = await switching({
      greeting: [definition('gpt', 'one', 'fails', 'three', 'four', 'five')],
      other: [definition('other', 'never')],
    });
    expect(await trySwitch(before, after, [])).toEqual({
      ...{ kind: 'failed', models: ['gpt'] },
      tests: ['greeting@1.0 fails (one/large)'],
    });
    expect(ran).toHaveLength(4);
  });

  it('costs nothing where nothing switches, or where it is meant whatever they say', async () => {
    const { trySwitch, ran } = await switching({ greeting: [definition('gpt', 'fails')] });
    expect(await trySwitch(before, before, [])).toEqual({ kind: 'passed' });
    expect(await trySwitch(before, after, ['gpt'])).toEqual({ kind: 'passed' });
    expect(ran).toEqual([]);
    expect(await trySwitch(before, after, ['other', 'GPT'])).toMatchObject({ kind: 'failed' });
  });

  it('is not asked without end', async () => {
    const many = Array.from({ length: 65 }, (_, number) => `t${number}`);
    const { trySwitch, ran } = await switching({ greeting: [definition('gpt', ...many)] });
    expect(await trySwitch(before, after, [])).toEqual({ kind: 'too-many', models: ['gpt'] });
    expect(ran).toEqual([]);
  });
});
