import { isLanguage, type Language } from '../../../../../ui/language/languages.ts';

const origins = ['typed', 'iss', 'jku'] as const;

/** What the page that shows this document would like to have asked. It stands in the fragment, which is read once. */
export interface Wish {
  readonly address: string;
  /** Where the address comes from. */
  readonly named: (typeof origins)[number];
  readonly scheme: 'light' | 'dark';
  /** What the page speaks: the document cannot read what the reader chose. */
  readonly language: Language;
}

/** The fragment of an address that expresses the wish. */
export function writeWish({ address, named, scheme, language }: Wish): string {
  return `#${new URLSearchParams({ address, named, scheme, language })}`;
}

export function readWish(fragment: string): Wish {
  const parameters = new URLSearchParams(fragment.slice(1));
  const language = parameters.get('language');
  return {
    address: parameters.get('address') ?? '',
    // Of whatever origin is not known, the most careful is said.
    named: origins.find((origin) => origin === parameters.get('named')) ?? 'jku',
    scheme: parameters.get('scheme') === 'dark' ? 'dark' : 'light',
    language: isLanguage(language) ? language : 'en',
  };
}
