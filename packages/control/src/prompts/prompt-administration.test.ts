import { type AuditDeed, SignetError } from '@signet/contracts';
import { noon } from '@signet/contracts/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryPromptStore } from '../ports/prompt-store.memory.ts';
import type { PromptAdministration } from '../ports/prompts.ts';
import { createPromptAdministration } from './prompt-administration.ts';

const definition = {
  messages: [{ role: 'user', text: 'Sum up {{text}}' }],
  variables: { text: { type: 'string', maxLength: 100 } },
  model: 'gpt',
  tests: [
    { name: 'short', values: { text: 'a' }, expect: { maxCharacters: 10 } },
    { name: 'kind', values: { text: 'b' }, expect: { lacks: ['bad'] } },
  ],
};
const wider = { ...definition, variables: { text: { type: 'string', maxLength: 200 } } };
const narrower = { ...definition, variables: { text: { type: 'string', maxLength: 50 } } };

let prompts: PromptAdministration;
let deeds: AuditDeed[];
let asked: string[];
let fails: ReadonlySet<string>;

beforeEach(() => {
  deeds = [];
  asked = [];
  fails = new Set();
  const store = createMemoryPromptStore({
    appendNow: (deed) => {
      if (deed !== undefined) deeds.push(deed);
    },
  });
  prompts = createPromptAdministration({
    store,
    runTest: async (_, { name }) => {
      asked.push(name);
      return fails.has(name) ? ['is bad'] : [];
    },
    deed: (action, { target, details }) => ({
      at: noon,
      action,
      actor: { kind: 'operator' },
      target,
      details,
    }),
  });
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof SignetError)
      return error.refusal.variant === undefined
        ? error.refusal.code
        : `${error.refusal.code}.${error.refusal.variant}`;
    throw error;
  }
  return 'done';
}

describe('adding a prompt', () => {
  it('makes a version of its own each time, and tells what it changes', async () => {
    expect(await prompts.add('sum', { definition })).toEqual({
      version: '1.0',
      breaking: false,
      changes: [],
    });
    expect(await prompts.add('sum', { definition: wider })).toMatchObject({ version: '1.1', from: '1.0' });
    const shown = await prompts.show('sum');
    expect(shown.versions.map(({ version }) => version)).toEqual(['1.1', '1.0']);
    expect(shown).toMatchObject({ name: 'sum', newest: '1.1', publications: [] });
    expect(shown).not.toHaveProperty('stable');
    expect((await prompts.showVersion('sum', '1.0')).definition).toMatchObject(definition);
    expect(deeds.map(({ action }) => action)).toEqual(['prompt.added', 'prompt.added']);
  });

  it('breaks nobody who is not told: that needs a new major', async () => {
    await prompts.add('sum', { definition });
    const compared = await prompts.compare('sum', { definition: narrower });
    expect(compared).toMatchObject({ breaking: true, from: '1.0', version: '2.0' });
    expect(await codeOf(prompts.add('sum', { definition: narrower }))).toBe('prompt_refused.breaking');
    expect((await prompts.show('sum')).newest).toBe('1.0');
    expect(await prompts.add('sum', { definition: narrower, major: true })).toMatchObject({ version: '2.0' });
  });

  it('takes no definition that is wrong', async () => {
    const messages = [{ role: 'system', text: 'Mind {{text}}' }, ...definition.messages];
    expect(await codeOf(prompts.add('sum', { definition: { ...definition, messages } }))).toBe(
      'prompt_refused.problem',
    );
    expect(await codeOf(prompts.show('sum'))).toBe('prompt_unknown');
    expect(deeds).toEqual([]);
  });
});

describe('publishing a prompt', () => {
  beforeEach(async () => {
    await prompts.add('sum', { definition });
    await prompts.add('sum', { definition: wider });
    await prompts.add('sum', { definition: narrower, major: true });
  });

  it('runs its tests before, and publishes nothing that fails one', async () => {
    fails = new Set(['kind']);
    expect(await codeOf(prompts.publish('sum', { version: '1.0' }))).toBe('prompt_refused.tests');
    expect(asked).toEqual(['short', 'kind']);
    expect((await prompts.show('sum')).publications).toEqual([]);
    expect(await prompts.test('sum', '1.0')).toEqual({
      passed: false,
      tests: [
        { name: 'short', faults: [] },
        { name: 'kind', faults: ['is bad'] },
      ],
    });
    fails = new Set();
    expect(await prompts.publish('sum', { version: '1.0' })).toMatchObject({ number: 1, stable: '1.0' });
  });

  it('gives a canary to some, of the same major alone', async () => {
    const canary = { kind: 'percent', percent: 5 } as const;
    expect(await codeOf(prompts.publish('sum', { version: '1.0', canary }))).toBe('prompt_refused.canary');
    await prompts.publish('sum', { version: '1.0' });
    expect(await prompts.publish('sum', { version: '1.1', canary })).toMatchObject({
      stable: '1.0',
      canary: { version: '1.1', to: canary },
    });
    expect(await codeOf(prompts.publish('sum', { version: '2.0', canary }))).toBe('prompt_refused.canary');
    expect(await prompts.list()).toEqual({
      prompts: [{ name: 'sum', newest: '2.0', stable: '1.0', canary: '1.1' }],
    });
  });

  it('is taken back by one step, which runs no test', async () => {
    await prompts.publish('sum', { version: '1.0' });
    await prompts.publish('sum', { version: '2.0' });
    fails = new Set(['short']);
    asked = [];
    expect(await prompts.rollBack('sum')).toMatchObject({ number: 3, stable: '1.0', restores: 1 });
    expect(asked).toEqual([]);
    expect(await codeOf(prompts.rollBack('sum'))).toBe('prompt_unknown');
    expect(deeds.at(-1)).toMatchObject({
      action: 'prompt.rolled_back',
      target: { kind: 'prompt', id: 'sum' },
    });
  });

  it('knows no other versions', async () => {
    for (const version of ['1.2', '3.0', '1', 'x'])
      expect(await codeOf(prompts.publish('sum', { version }))).toBe('prompt_unknown');
    expect(await codeOf(prompts.publish('other', { version: '1.0' }))).toBe('prompt_unknown');
  });
});
