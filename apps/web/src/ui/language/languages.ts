/** The languages the pages speak. English is written first; the others are its translations. */
export const languages = ['en', 'zh', 'ja', 'es', 'de'] as const;

export type Language = (typeof languages)[number];
export type Translated = Exclude<Language, 'en'>;

/** Each language by the name its speakers give it. */
export const nativeNames: Readonly<Record<Language, string>> = {
  en: 'English',
  zh: '中文',
  ja: '日本語',
  es: 'Español',
  de: 'Deutsch',
};

/** BCP 47 tags for `<html lang>` and Intl. The Chinese is written in simplified characters. */
export const tags: Readonly<Record<Language, string>> = {
  en: 'en',
  zh: 'zh-Hans',
  ja: 'ja',
  es: 'es',
  de: 'de',
};

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The first language of the reader that the pages speak, by its main part: `de-AT` is German. */
export function preferredLanguage(wanted: readonly string[]): Language {
  const found = wanted.map((tag) => tag.split('-', 1)[0]?.toLowerCase()).find(isLanguage);
  return found ?? 'en';
}
