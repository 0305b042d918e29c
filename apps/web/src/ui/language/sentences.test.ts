import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from './current-language.ts';
import { languages } from './languages.ts';
import { words as german } from './sentences/de.ts';
import { words as spanish } from './sentences/es.ts';
import { words as japanese } from './sentences/ja.ts';
import { words as chinese } from './sentences/zh.ts';
import { sentencesIn } from './testing/token-sentences.ts';
import { type Sentences, translate } from './translate.ts';
import { speakWhenLoaded } from './translated.ts';

const room = fileURLToPath(new URL('../../../../../packages/token/src', import.meta.url));
const dictionaries: readonly (readonly [string, Sentences])[] = [
  ['de', german],
  ['es', spanish],
  ['ja', japanese],
  ['zh', chinese],
];

/** Sentences of refusals are written without their full stop in some places. */
function has(dictionary: Sentences, sentence: string): boolean {
  return [sentence, `${sentence}.`].some((text) => Object.hasOwn(dictionary, text));
}

afterEach(() => speak('en'));

describe('the sentences of the token room', () => {
  it('are found in its sources', () => {
    const found = sentencesIn(room);
    expect(found.length).toBeGreaterThan(500);
    expect(found).toContain('The token lacks the claim {}.');
    expect(found).toContain('Who issued the token.');
  });

  it.each(dictionaries)('have a translation each (%s)', (_language, dictionary) => {
    expect(sentencesIn(room).filter((sentence) => !has(dictionary, sentence))).toEqual([]);
  });

  it.each(dictionaries)('keep every value they hold (%s)', (_language, dictionary) => {
    const wrong = Object.entries(dictionary).filter(([sentence, translation]) => {
      const places = sentence.split('{}').length - 1;
      // The plural is written with the noun.
      if (sentence === '{} segment{}') return !translation.includes('{0}');
      const used = [...translation.matchAll(/\{(\d)\}/g)].map(([, index]) => Number(index)).toSorted();
      return used.join() !== [...Array(places).keys()].join();
    });
    expect(wrong).toEqual([]);
  });

  it('are spoken with their values, which may be sentences themselves', async () => {
    await speakWhenLoaded('de');
    expect(translate('The token lacks the claim aud.')).toBe('Dem Token fehlt der Claim aud.');
    expect(translate('a signature by RS256 or ES256')).toBe('eine Signatur von RS256 oder ES256');
    expect(
      translate('The header is not base64url at character 5: padding (=) is left out in base64url.'),
    ).toBe('Kein Base64url, Teil: Header, Zeichen 5: Padding (=) entfällt in Base64url.');
    expect(translate('The token has no recipient.')).toBe('Das Token hat keinen Empfänger.');
    await speakWhenLoaded('ja');
    expect(translate('a key of type EC for ES256')).toBe('ES256 用の EC 型の鍵');
  });

  it('stay as they are where they are not known, and in English', async () => {
    expect(translate('Who issued the token.')).toBe('Who issued the token.');
    await speakWhenLoaded('es');
    expect(translate('kid-2026')).toBe('kid-2026');
    expect(translate(undefined)).toBeUndefined();
    expect(translate('cats and dogs')).toBe('cats and dogs');
  });

  it('are never spoken by half: a sentence of another room that a template fits in part stays as it is', async () => {
    const foreign = [
      'at most 10 requests in 60 s for each route',
      'a key for the whole of this test',
      'The token lacks the claim that nobody wrote down.',
      'one of the roles admin',
      '{} and {} for each of 3 keys',
    ];
    for (const language of languages) {
      await speakWhenLoaded(language);
      expect(foreign.map((text) => translate(text))).toEqual(foreign);
    }
    await speakWhenLoaded('ja');
    expect(translate('at most 10 keys')).toBe('最大 10 個の鍵');
    expect(translate('The token lacks the claim "my own claim".')).toContain('"my own claim"');
  });

  it('are looked for within bounds, whatever a text spells', async () => {
    await speakWhenLoaded('de');
    const nested = `The token lacks the claim ${'at most one of a key for and or on key '.repeat(200)}.`;
    expect(translate(nested)).toBe(nested);
  });
});
