import type { PromptDefinition, PromptVersion, Publication, StoredPrompt } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { PromptStore } from './prompt-store.ts';

const definition: PromptDefinition = {
  messages: [{ role: 'user', text: 'Sum up “ü” ‮ {{text}}' }],
  variables: { text: { type: 'string', maxLength: 100 } },
  optional: [],
  model: 'gpt',
  parameters: { temperature: 0.1 },
  tests: [{ name: 'ü', values: { text: 'a' }, expect: { contains: ['a'] } }],
};

function prompt(major: number, minor: number, more: Partial<StoredPrompt> = {}): StoredPrompt {
  return {
    name: 'sum',
    version: { major, minor },
    at: noon + major * 100 + minor,
    by: { kind: 'account', id: 'usr_ada' },
    definition: { ...definition, description: `${major}.${minor}` },
    ...more,
  };
}

function publication(number: number, stable: PromptVersion, more: Partial<Publication> = {}): Publication {
  return { name: 'sum', number, at: noon + number, by: { kind: 'operator' }, stable, ...more };
}

const first = { major: 1, minor: 0 };
const second = { major: 1, minor: 1 };

/** What every PromptStore does. */
export function promptStoreContract(name: string, open: Open<PromptStore>): void {
  describe(`PromptStore: ${name}`, () => {
    it('holds nothing at first, then each version as it was, newest first', async () => {
      await using opened = await open();
      const { adapter } = opened;
      expect([
        await adapter.names(),
        await adapter.versions('sum'),
        await adapter.find('sum', first),
      ]).toEqual([[], [], undefined]);
      const minors = Array.from({ length: 11 }, (_, minor) => prompt(1, minor));
      for (const each of [
        ...minors,
        prompt(2, 0),
        prompt(1, 0, { name: 'a-b' }),
        prompt(1, 0, { name: 'ab' }),
      ])
        expect(await adapter.add(each)).toBe(true);
      expect(await adapter.names()).toEqual(['a-b', 'ab', 'sum']);
      const versions = await adapter.versions('sum');
      expect(versions.map(({ version }) => version)).toEqual(
        [prompt(2, 0), ...minors.toReversed()].map(({ version }) => version),
      );
      const { definition: _, ...told } = prompt(2, 0);
      expect(versions[0]).toEqual({ ...told, published: false });
      expect(await adapter.find('sum', { major: 1, minor: 10 })).toEqual({
        ...prompt(1, 10),
        published: false,
      });
      expect(await adapter.find('su', first)).toBeUndefined();
    });

    it('changes no version, and lets none in between', async () => {
      await using opened = await open();
      const { adapter } = opened;
      expect(await adapter.add(prompt(1, 1))).toBe(false);
      expect(await adapter.add(prompt(2, 0))).toBe(false);
      expect(await adapter.add(prompt(1, 0))).toBe(true);
      expect(await adapter.add(prompt(1, 0, { at: noon }))).toBe(false);
      expect(await adapter.add(prompt(2, 0))).toBe(true);
      expect(await adapter.add(prompt(1, 1))).toBe(false);
      expect(await adapter.find('sum', first)).toEqual({ ...prompt(1, 0), published: false });
    });

    it('takes one of many who follow the same one alike', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const firsts = await Promise.all(
        Array.from({ length: 8 }, (_, at) => adapter.add(prompt(1, 0, { at }))),
      );
      expect(firsts.filter(Boolean)).toHaveLength(1);
      const next = await Promise.all(Array.from({ length: 4 }, (_, at) => adapter.add(prompt(1, 1, { at }))));
      expect(next.filter(Boolean)).toHaveLength(1);
      expect(await adapter.versions('sum')).toHaveLength(2);
    });

    it('tells which counts, newest first, and remembers for good which did', async () => {
      await using opened = await open();
      const { adapter } = opened;
      for (const each of [prompt(1, 0), prompt(1, 1), prompt(2, 0)]) await adapter.add(each);
      const published = [
        publication(1, first),
        publication(2, first, {
          canary: { version: second, to: { kind: 'claim', claim: 'team', values: ['ü'] } },
        }),
        publication(3, first, { restores: 1 }),
      ];
      for (const each of published) expect(await adapter.publish(each)).toBe(true);
      expect(await adapter.publications('sum', 9)).toEqual(published.toReversed());
      expect(await adapter.publications('sum', 1)).toEqual([published[2]]);
      expect(await adapter.publications('other', 9)).toEqual([]);
      expect((await adapter.versions('sum')).map((version) => version.published)).toEqual([
        false,
        true,
        true,
      ]);
      expect((await adapter.find('sum', second))?.published).toBe(true);
      expect((await adapter.find('sum', { major: 2, minor: 0 }))?.published).toBe(false);
    });

    it('lets nothing count that there is not, and one of many at once', async () => {
      await using opened = await open();
      const { adapter } = opened;
      await adapter.add(prompt(1, 0));
      const canary = { version: second, to: { kind: 'percent', percent: 5 } } as const;
      expect(await adapter.publish(publication(1, second))).toBe(false);
      expect(await adapter.publish(publication(1, first, { canary }))).toBe(false);
      expect(await adapter.publish(publication(2, first))).toBe(false);
      expect(await adapter.publish(publication(1, first, { name: 'other' }))).toBe(false);
      expect((await adapter.find('sum', first))?.published).toBe(false);
      const at = Array.from({ length: 8 }, (_, place) => publication(1, first, { at: place }));
      const answers = await Promise.all(at.map((each) => adapter.publish(each)));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await adapter.publications('sum', 9)).toEqual([at[answers.indexOf(true)]]);
    });
  });
}
