import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseProse } from '../../../parts/prose/parse-prose.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const translations = globSync('*/*.ts', { cwd: folder });

/** What a translation must not change: its pieces and their order, and the code and rules that each sentence names. */
function bonesOf(value: unknown): unknown {
  if (typeof value === 'string') {
    return parseProse(value)
      .filter(({ kind }) => kind !== 'text')
      .map(({ text }) => text)
      .toSorted();
  }
  if (Array.isArray(value)) return value.map(bonesOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  const bones = Object.entries(value).map(([name, part]): [string, unknown] => {
    const isName = name === 'kind' || name === 'exhibit';
    return [name, isName ? part : bonesOf(part)];
  });
  return Object.fromEntries(bones);
}

async function firstExport(path: string): Promise<unknown> {
  const module: Readonly<Record<string, unknown>> = await import(`${folder}/${path}`);
  return Object.values(module)[0];
}

describe('the translated lessons', () => {
  it.each(translations)(
    'keep every piece, every code and every rule of the English ones (%s)',
    async (path) => {
      expect(bonesOf(await firstExport(path))).toEqual(bonesOf(await firstExport(basename(path))));
    },
  );
});
