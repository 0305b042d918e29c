import { describe, expect, it } from 'vitest';
import { languages } from '../../../../../ui/language/languages.ts';
import { readWish, type Wish, writeWish } from './wish.ts';

const address = 'https://login.example/keys?set=a&b#c';

describe('the wish in the fragment', () => {
  it.each(languages)('arrives whole, in language %s as well', (language) => {
    const wish: Wish = { address, named: 'iss', scheme: 'dark', language };
    expect(readWish(writeWish(wish))).toEqual(wish);
  });

  it.each(['', '#', '#named=friend&scheme=pink&language=tlh', '#language=__proto__', '#language=de-AT'])(
    '%j says nothing that is known, and is read with the most care, in English',
    (fragment) => {
      expect(readWish(fragment)).toEqual({ address: '', named: 'jku', scheme: 'light', language: 'en' });
    },
  );
});
