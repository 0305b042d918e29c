import { currentLanguage, speak, wordsChanged } from './current-language.ts';
import { type Language, languages, type Translated, tags } from './languages.ts';
import type { Unfinished } from './translation.ts';

/** Where the translations of some words are; a language that is missing falls back to English. */
export type Loaders<Words> = {
  readonly [Name in Translated]?: () => Promise<{ readonly words: Unfinished<Words> }>;
};

/** The words of one module, and what of their translations is here already. */
class WordsModule {
  readonly #english: unknown;
  readonly loaders: Loaders<object>;
  readonly loaded: Map<Language, object> = new Map();
  readonly #loading = new Map<Language, Promise<void>>();

  constructor(english: object, loaders: Loaders<object>) {
    this.#english = english;
    this.loaders = loaders;
    this.loaded.set('en', english);
  }

  /** Loads once. Without the file, as on a broken connection, the words stay English. */
  load(language: Language): Promise<void> {
    const loader = language === 'en' ? undefined : this.loaders[language];
    if (!loader) return Promise.resolve();
    const loading = this.#loading.get(language) ?? this.#fetch(language, loader);
    this.#loading.set(language, loading);
    return loading;
  }

  /** The words at a path in the language of the page, where they are here; else the English ones. */
  read(path: readonly string[]): unknown {
    return path.reduce(member, this.loaded.get(currentLanguage())) ?? path.reduce(member, this.#english);
  }

  async #fetch(language: Language, loader: () => Promise<{ readonly words: object }>): Promise<void> {
    try {
      this.loaded.set(language, (await loader()).words);
    } catch {
      this.#loading.delete(language); // The next change of language tries again.
    }
  }
}

const modules = new Set<WordsModule>();
const modulesOfViews = new WeakMap<object, WordsModule>();
let isAhead = false;

async function loadAll(language: Language): Promise<void> {
  await Promise.all([...modules].map((module) => module.load(language)));
}

/** Takes words into the care of the page, which loads them with all others. */
export function register(english: object, loaders: Loaders<object>): WordsModule {
  const module = new WordsModule(english, loaders);
  modules.add(module);
  if (isAhead) void fetchLanguages();
  // Words of a part that comes later than the page, such as the signing desk.
  if (currentLanguage() !== 'en') void module.load(currentLanguage()).then(wordsChanged);
  return module;
}

/**
 * Words that answer in the language of the reader whenever they are read: read them while rendering or
 * computing, never into a constant.
 */
export function translated<Words extends object>(english: Words, loaders: Loaders<Words>): Words {
  const module = register(english, loaders);
  return liveView(module, english, []) as Words;
}

/** The same names as the English words; each sentence is looked up when it is read. */
function liveView(module: WordsModule, english: object, path: readonly string[]): object {
  const properties = Object.entries(english).map(([name, value]): [string, PropertyDescriptor] => {
    const here = [...path, name];
    const nested = isGroup(value) ? liveView(module, value, here) : undefined;
    return [name, { enumerable: true, get: () => nested ?? module.read(here) }];
  });
  const view = Object.defineProperties({}, Object.fromEntries(properties));
  modulesOfViews.set(view, module);
  return view;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The tag of English where words have no translation into the language of the page yet; else undefined. */
export function foreignTag(words: object): string | undefined {
  return modulesOfViews.get(words)?.loaded.has(currentLanguage()) === false ? tags.en : undefined;
}

/** Speaks a language as soon as the words of everything on the page are here. */
export async function speakWhenLoaded(language: Language): Promise<void> {
  await loadAll(language);
  speak(language);
}

/** Resolves when every word on the page is here in the language of the reader. */
export function wordsLoaded(): Promise<void> {
  return loadAll(currentLanguage());
}

/** Fetches every language, of what comes later as well, so that a change of language asks nobody. */
export async function fetchLanguages(): Promise<void> {
  isAhead = true;
  await Promise.all(languages.map(loadAll));
}
