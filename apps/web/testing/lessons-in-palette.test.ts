import { describe, expect, it } from 'vitest';
import { words } from '../src/app/debugger/words.ts';
import { lessonIds } from '../src/features/learn/lesson-id.ts';
import { lessons } from '../src/features/learn/words/lessons.ts';
import { speak } from '../src/ui/language/current-language.ts';
import { languages } from '../src/ui/language/languages.ts';
import { speakWhenLoaded } from '../src/ui/language/translated.ts';

describe('The lessons in the palette', () => {
  it.each(languages)('bear the titles that they have themselves, in %s', async (language) => {
    await speakWhenLoaded(language);
    expect(Object.keys(words.lessons)).toEqual([...lessonIds]);
    expect(lessonIds.map((id) => words.lessons[id])).toEqual(lessonIds.map((id) => lessons[id].title));
    speak('en');
  });
});
