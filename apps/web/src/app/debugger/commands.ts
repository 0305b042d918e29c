import type { Command } from '../../features/debugger/palette/palette.tsx';
import { type Language, languages, nativeNames } from '../../ui/language/languages.ts';
import { addressOf, pages } from '../frame/pages.ts';
import { type Theme, themeChoices } from '../frame/use-theme.ts';
import { words as frameWords } from '../frame/words.ts';
import { words } from './words.ts';

function goTo(address: string): () => void {
  return () => location.assign(address);
}

/** What the palette offers beyond the debugger: other pages, how it looks and speaks. */
export function commandsOfApp(theme: Theme, speak: (language: Language) => void): readonly Command[] {
  const { groups, lessons } = words;
  return [
    ...pages
      .filter((page) => page !== 'debugger')
      .map((page) => ({
        group: groups.pages,
        name: frameWords.pages[page],
        run: goTo(addressOf(page, 'debugger')),
      })),
    ...(Object.keys(lessons) as (keyof typeof lessons)[]).map((id) => ({
      group: groups.lessons,
      name: lessons[id],
      run: goTo(`${addressOf('learn', 'debugger')}#${id}`),
    })),
    ...themeChoices.map((choice) => ({
      group: frameWords.theme,
      name: frameWords.themes[choice],
      run: () => theme.choose(choice),
    })),
    ...languages.map((language) => ({
      group: frameWords.language,
      name: nativeNames[language],
      run: () => speak(language),
    })),
  ];
}
