import { afterEach, describe, expect, it } from 'vitest';
import { currentLanguage, followWords, speak } from './current-language.ts';
import { fetchLanguages, foreignTag, speakWhenLoaded, translated, wordsLoaded } from './translated.ts';

const english = {
  title: 'Key',
  deep: { hint: 'A public key.' },
  count: (keys: number): string => `${keys} keys`,
};
type Words = typeof english;
const german: Words = {
  title: 'Schlüssel',
  deep: { hint: 'Ein öffentlicher Schlüssel.' },
  count: (keys) => `${keys} Schlüssel`,
};

afterEach(() => speak('en'));

describe('words', () => {
  it('answer in the language that is spoken when they are read', async () => {
    const words = translated<Words>(english, { de: async () => ({ words: german }) });
    const { deep } = words;
    expect([words.title, deep.hint, words.count(2)]).toEqual(['Key', 'A public key.', '2 keys']);
    await speakWhenLoaded('de');
    expect([words.title, deep.hint, words.count(2)]).toEqual([
      'Schlüssel',
      'Ein öffentlicher Schlüssel.',
      '2 Schlüssel',
    ]);
  });

  it('stay English where no translation is, and say so', async () => {
    const words = translated<Words>(english, {});
    expect(foreignTag(words)).toBeUndefined();
    await speakWhenLoaded('ja');
    expect(words.title).toBe('Key');
    expect(foreignTag(words)).toBe('en');
  });

  it('stay English where the translation cannot be fetched, and are asked for again', async () => {
    let asked = 0;
    const fetchOnce = async (): Promise<{ words: Words }> => {
      asked += 1;
      if (asked === 1) throw new TypeError('Failed to fetch');
      return { words: german };
    };
    const words = translated<Words>(english, { de: fetchOnce });
    await speakWhenLoaded('de');
    expect(words.title).toBe('Key');
    await speakWhenLoaded('de');
    expect(words.title).toBe('Schlüssel');
  });

  it('that come later than the page are loaded in its language, and shown when they are here', async () => {
    await speakWhenLoaded('de');
    let changes = 0;
    const stop = followWords(() => {
      changes += 1;
    });
    const words = translated<Words>(english, { de: async () => ({ words: german }) });
    await wordsLoaded();
    await Promise.resolve();
    stop();
    expect(words.title).toBe('Schlüssel');
    expect(changes).toBe(1);
    expect(currentLanguage()).toBe('de');
  });

  it('are all fetched ahead once that was asked for, late ones included', async () => {
    await fetchLanguages();
    const fetched: string[] = [];
    const fetching = (name: string) => async (): Promise<{ words: Words }> => {
      fetched.push(name);
      return { words: german };
    };
    translated<Words>(english, { de: fetching('de'), ja: fetching('ja') });
    await fetchLanguages();
    expect(fetched.toSorted()).toEqual(['de', 'ja']);
  });
});
