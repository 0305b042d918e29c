import type { LlmConfiguration } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { askingOnly, newTargets } from './new-targets.ts';

const times = { connectTimeout: 1, firstEvent: 1, idle: 1, whole: 1 };
const target = (provider: string, model: string) => ({ provider, model, weight: 1, lacks: [] });
const gpt = { strategy: 'priority' as const, retries: 1, targets: [target('one', 'small')] };
const before: LlmConfiguration = {
  providers: {
    one: { kind: 'openai', url: 'https://one.example/v1', ...times },
    other: { kind: 'openai', url: 'https://one.example/v1', ...times },
  },
  models: { gpt },
};
const withTargets = (...targets: readonly ReturnType<typeof target>[]): LlmConfiguration => ({
  ...before,
  models: { gpt: { ...gpt, targets } },
});

describe('a target that a model had not before', () => {
  it.each<[string, LlmConfiguration]>([
    ['is one of another model', withTargets(target('one', 'small'), target('one', 'large'))],
    [
      'is one elsewhere',
      { ...before, providers: { one: { kind: 'openai', url: 'https://two.example/v1', ...times } } },
    ],
    ['is one of a name that was not there', { ...before, models: { gpt, valueOf: gpt } }],
  ])('%s', (_, after) => {
    expect(newTargets(before, after)).toHaveLength(1);
  });

  it.each<[string, LlmConfiguration]>([
    ['what stays', before],
    ['another share', withTargets({ ...target('one', 'small'), weight: 9 })],
    ['the same by another name of its provider', withTargets(target('other', 'small'))],
    ['nothing any more', { ...before, models: {} }],
    [
      'a longer time',
      {
        ...before,
        providers: { one: { kind: 'openai', url: 'https://one.example/v1', ...times, whole: 9 } },
      },
    ],
  ])('is not %s', (_, after) => {
    expect(newTargets(before, after)).toEqual([]);
  });

  it('is asked alone', () => {
    const after = withTargets(target('one', 'small'), target('one', 'large'));
    const [added] = newTargets(before, after);
    expect(added && askingOnly(after, added).models['gpt']?.targets).toEqual([target('one', 'large')]);
  });
});
