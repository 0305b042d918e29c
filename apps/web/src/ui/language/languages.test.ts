import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { languages, preferredLanguage } from './languages.ts';

const sources = fileURLToPath(new URL('../..', import.meta.url));
const others = languages.filter((language) => language !== 'en');

function wordsModules(): readonly string[] {
  const found = globSync(['**/words.ts', '**/words/**/*.ts'], { cwd: sources });
  const speaks = (path: string): boolean =>
    path.endsWith('/words.ts') || readFileSync(join(sources, path), 'utf8').includes('translated<');
  return found.filter((path) => speaks(path) && !others.some((name) => path.includes(`/words/${name}/`)));
}

function isWhole(file: string, language: string): boolean {
  const isNamed = file.endsWith(`/${language}.ts`) || file.includes(`/${language}/`);
  return isNamed && existsSync(file) && !readFileSync(file, 'utf8').includes('Unfinished<');
}

/** The languages whose translation a module of words names, has, and has whole. */
function translationsOf(path: string): readonly string[] {
  const file = join(sources, path);
  const loaders = readFileSync(file, 'utf8').matchAll(/(\w+): \(\) => import\('([^']+)'\)/g);
  return [...loaders].flatMap(([, language = '', from = '']) =>
    isWhole(join(dirname(file), from), language) ? [language] : [],
  );
}

describe('the languages of the page', () => {
  it('are spoken by every module of words', () => {
    const lacking = wordsModules()
      .map((path): [string, readonly string[]] => {
        const has = translationsOf(path);
        return [path, others.filter((language) => !has.includes(language))];
      })
      .filter(([, languagesMissing]) => languagesMissing.length > 0);
    expect(Object.fromEntries(lacking)).toEqual({});
  });

  it('begin with the first that the reader asks for and the page speaks', () => {
    expect(preferredLanguage(['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(preferredLanguage(['zh-CN'])).toBe('zh');
    expect(preferredLanguage(['tlh'])).toBe('en');
    expect(preferredLanguage([])).toBe('en');
  });
});
