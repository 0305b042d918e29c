import { devicePath } from '../oidc/addresses.ts';
import { escaped, pageOf } from '../oidc/page.ts';
import type { PageLanguage } from '../oidc/page-language.ts';
import { deviceWords } from './words.ts';

/** @param problem what was wrong with the code that was typed before */
export function codePage(language: PageLanguage, typed: string, problem?: string): string {
  const words = deviceWords[language];
  const told = problem === undefined ? '' : `<p role="alert">${escaped(problem)}</p>\n`;
  return pageOf(
    words.title,
    `<p>${escaped(words.ask)}</p>
<p>${escaped(words.warning)}</p>
${told}<form method="post" action="${devicePath}">
<p><label>${escaped(words.label)} <input name="user_code" value="${escaped(typed)}" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" required autofocus></label></p>
<button type="submit">${escaped(words.go)}</button>
</form>`,
    language,
  );
}

export function endPage(language: PageLanguage, end: 'done' | 'denied' | 'over'): string {
  const words = deviceWords[language];
  return pageOf(words[`${end}Title`], `<p>${escaped(words[end])}</p>`, language);
}
