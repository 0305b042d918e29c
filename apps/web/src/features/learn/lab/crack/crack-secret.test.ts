import { describe, expect, it } from 'vitest';
import { signWithWord } from '../attack-weak-secret.ts';
import { candidates } from './candidates.ts';
import { type CrackProgress, crackSecret } from './crack-secret.ts';
import { wordList } from './word-list.ts';

const scene = { now: 1_800_000_000 };
const words = Array.from({ length: 450 }, (_, index) => `word-${index}`);
const watch = { onProgress: () => undefined, breathe: async () => undefined, isCancelled: () => false };

describe('cracking a secret', () => {
  it('finds a word of the list, and says how many it tried', async () => {
    const token = await signWithWord(scene, 'word-321');
    expect(await crackSecret(token, words, watch)).toEqual({
      kind: 'found',
      secret: 'word-321',
      tried: 322,
      total: 450,
    });
  });

  it('says so when the list does not hold it', async () => {
    const token = await signWithWord(scene, 'not on the list');
    expect(await crackSecret(token, words, watch)).toEqual({ kind: 'not-found', tried: 450, total: 450 });
  });

  it('tells its progress, and stops when asked', async () => {
    const token = await signWithWord(scene, 'word-449');
    const told: CrackProgress[] = [];
    const result = await crackSecret(token, words, {
      ...watch,
      onProgress: (progress) => told.push(progress),
      isCancelled: () => told.length === 2,
    });
    expect(told.map(({ tried }) => tried)).toEqual([100, 200]);
    expect(result).toEqual({ kind: 'cancelled', tried: 200, total: 450 });
  });

  it('knows a few hundred words, and how people vary them', () => {
    expect(wordList.length).toBeGreaterThan(300);
    const tried = candidates();
    expect(tried).toEqual(expect.arrayContaining(['secret', 'your-256-bit-secret', 'Dragon2025!']));
    expect(new Set(tried).size).toBe(tried.length);
  });
});
