import {
  chineseOfPages,
  germanOfPages,
  isComplete,
  japaneseOfPages,
  type PageTexts,
  render,
  type SignetRefusal,
  type SpokenText,
  spanishOfPages,
  spokenTexts,
  textsUnder,
} from '@signet/contracts';
import type { PageLanguage } from './page-language.ts';

/** What stands before the texts of a refusal. */
type FailureNames = Readonly<Record<Exclude<SpokenText, 'sentence'>, string>>;

export const failureNames: Readonly<Record<PageLanguage, FailureNames>> = {
  en: { expected: 'Expected', actual: 'Got', fix: 'Fix' },
  de: { expected: 'Erwartet', actual: 'Gekommen', fix: 'Abhilfe' },
  es: { expected: 'Se esperaba', actual: 'Llegó', fix: 'Solución' },
  zh: { expected: '预期', actual: '实际', fix: '解决办法' },
  ja: { expected: '期待されるもの', actual: '実際', fix: '対処' },
};

const texts: Readonly<Record<Exclude<PageLanguage, 'en'>, PageTexts>> = {
  de: germanOfPages,
  es: spanishOfPages,
  zh: chineseOfPages,
  ja: japaneseOfPages,
};

/** Undefined where the language has no words for it, or lacks a value that they need. */
export function spokenFailure(refusal: SignetRefusal, language: PageLanguage): SignetRefusal | undefined {
  if (language === 'en') return refusal;
  const own = textsUnder(texts[language], refusal);
  const { values = {} } = refusal;
  if (own === undefined || !Object.values(own).every((text) => isComplete(text, values))) return undefined;
  const said = spokenTexts.flatMap((name) => {
    const text = own[name];
    return text === undefined || refusal[name] === undefined ? [] : [[name, render(text, values)]];
  });
  return { ...refusal, ...Object.fromEntries(said) };
}
