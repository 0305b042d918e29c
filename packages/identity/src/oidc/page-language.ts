/** What the pages speak that the identity provider shows by itself. */
export const pageLanguages = ['en', 'de', 'es', 'zh', 'ja'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/** The first of the browser's languages that there is, or English (RFC 9110 §12.5.4, without weights: browsers sort them). */
export function languageOf(acceptLanguage: string | undefined): PageLanguage {
  const wanted = (acceptLanguage ?? '').split(',', 20).map((each) => each.trim().slice(0, 2).toLowerCase());
  return wanted.flatMap((each) => pageLanguages.filter((known) => known === each))[0] ?? 'en';
}
