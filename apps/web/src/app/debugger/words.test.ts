import { describe, expect, it } from 'vitest';
import { lessonIds } from '../../features/learn/lesson-id.ts';
import { lessons } from '../../features/learn/words/lessons.ts';
import { speak } from '../../ui/language/current-language.ts';
import { languages } from '../../ui/language/languages.ts';
import { speakWhenLoaded } from '../../ui/language/translated.ts';
import { words } from './words.ts';

describe('The lessons in the palette', () => {
  it.each(languages)('bear the titles that they have themselves, in %s', async (language) => {
    await speakWhenLoaded(language);
    expect(lessonIds.map((id) => words.lessons[id])).toEqual(lessonIds.map((id) => lessons[id].title));
    speak('en');
  });
});
