import { describe, expect, it } from 'vitest';
import type { SourceFile } from './import-rules.ts';
import { repositoryFiles } from './repository-files.ts';

/** A text written under `sentence` where the refusal is made, instead of in the table of templates. */
function sentencesIn(files: readonly SourceFile[]): readonly string[] {
  return files.filter(({ text }) => /\bsentence:\s{0,80}['"`]/.test(text)).map(({ path }) => path);
}

/** The token room has sentences of its own; the terminal and the pages have words that no record keeps. */
const rooms =
  /^(?:packages\/(?:contracts|trust|http|identity|gateway|control|store|sdk)|apps\/server)\/src\/.{1,200}\.ts$/;
const elsewhere = /\.test\.ts$|\/testing\/|^packages\/contracts\/src\/refusals\//;

describe('a sentence of a refusal', () => {
  it('is written where every language finds it, and nowhere else', () => {
    const sources = repositoryFiles(rooms).filter(({ path }) => !elsewhere.test(path));
    expect(sources.length).toBeGreaterThan(200);
    expect(sentencesIn(sources)).toEqual([]);
  });

  it('is seen where somebody writes one by hand', () => {
    const text = "return { code: 'not_found', sentence: 'There is nothing.' };";
    expect(sentencesIn([{ path: 'packages/gateway/src/a.ts', text }])).toEqual(['packages/gateway/src/a.ts']);
  });
});
