import type { Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { type DeclarationStore, nothingDeclared } from './declarations.ts';

/** What every DeclarationStore does. */
export function declarationStoreContract(name: string, open: Open<DeclarationStore>): void {
  describe(`DeclarationStore: ${name}`, () => {
    it('holds nothing at first, and then what was put there', async () => {
      await using opened = await open();
      expect(await opened.adapter.read()).toEqual(nothingDeclared);
      const document = '{"apis":{"bücher":{"audience":"it\\u0027s"}},"roles":{},"groups":{}}';
      expect(await opened.adapter.replace(document, 0)).toBe(true);
      expect(await opened.adapter.read()).toEqual({ document, version: 1 });
      expect(await opened.adapter.replace('{}', 1)).toBe(true);
      expect(await opened.adapter.read()).toEqual({ document: '{}', version: 2 });
    });

    it('is changed by one of many who read the same, the first time and later', async () => {
      await using opened = await open();
      for (const before of [0, 1, 2]) {
        const writers = Array.from({ length: 8 }, (_, place) => `{"by":${place}}`);
        const answers = await Promise.all(writers.map((text) => opened.adapter.replace(text, before)));
        expect(answers.filter(Boolean)).toHaveLength(1);
        const document = writers[answers.indexOf(true)];
        expect(await opened.adapter.read()).toEqual({ document, version: before + 1 });
      }
      expect(await opened.adapter.replace('late', 0)).toBe(false);
    });
  });
}
