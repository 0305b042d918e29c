import { currentLanguage } from './current-language.ts';
import type { Language } from './languages.ts';
import { matchTemplate, type Template, templateOf } from './template.ts';
import { register } from './translated.ts';

/** Translations of the token room's English sentences; `{}` in a sentence is `{0}`, `{1}` … in its translation. */
export type Sentences = Readonly<Record<string, string>>;

const sentences = register(
  {},
  {
    zh: () => import('./sentences/zh.ts'),
    ja: () => import('./sentences/ja.ts'),
    es: () => import('./sentences/es.ts'),
    de: () => import('./sentences/de.ts'),
  },
);

/** A value inside of a sentence may be a sentence with a value; deeper nothing is looked for. */
const deepest = 3;
const mostRemembered = 1000;
/** As many fixed characters fit by chance. */
const leastFixed = 5;

/** A text may spell out many templates in one another. */
const mostTried = 4000;

interface Search {
  tried: number;
}

interface Dictionary {
  readonly exact: Sentences;
  readonly templates: readonly Template[];
  readonly remembered: Map<string, string>;
}

const dictionaries = new Map<Language, Dictionary>();

function dictionary(): Dictionary | undefined {
  const language = currentLanguage();
  const exact = sentences.read([]) as Sentences;
  const known = dictionaries.get(language);
  if (known?.exact === exact) return known;
  const templates = Object.keys(exact)
    .filter((sentence) => sentence.includes('{}'))
    .map(templateOf)
    // The more of a sentence is fixed, the better it is known.
    .toSorted((one, other) => other.fixed - one.fixed);
  const made = { exact, templates, remembered: new Map<string, string>() };
  dictionaries.set(language, made);
  return made;
}

/**
 * A sentence of the token room in the language of the page. What is not known from its first word to its last stays as
 * it is: English, or the text of a token. Sentences of other rooms have a code and values (`speakRefusal`) and do not
 * belong here.
 */
export function translate<Text extends string | undefined>(text: Text): Text extends string ? string : Text;
export function translate(text: string | undefined): string | undefined {
  if (text === undefined || currentLanguage() === 'en') return text;
  const known = dictionary();
  if (!known) return text;
  const before = known.remembered.get(text);
  if (before !== undefined) return before;
  const answer = lookUp(text, known, { tried: 0 }) ?? text;
  if (known.remembered.size >= mostRemembered) known.remembered.clear();
  known.remembered.set(text, answer);
  return answer;
}

/**
 * A sentence as it stands, with its full stop, or with its first letter as in the middle of another one: the
 * token room writes the same sentence in these forms.
 */
function findExact(text: string, exact: Sentences): string | undefined {
  if (Object.hasOwn(exact, text)) return exact[text];
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  if (capital !== text && Object.hasOwn(exact, capital)) return exact[capital];
  const bare = text.endsWith('.') ? text.slice(0, -1) : '';
  if (!Object.hasOwn(exact, bare)) return undefined;
  return `${exact[bare]}${/[\u3040-\u9fff]/.test(exact[bare] ?? '') ? '。' : '.'}`;
}

/** A translation of the whole of a text, or nothing: half of a sentence in another language is worse than English. */
function lookUp(text: string, known: Dictionary, search: Search, depth = 0): string | undefined {
  const exact = findExact(text, known.exact);
  if (exact !== undefined) return exact;
  if (depth >= deepest) return undefined;
  for (const template of known.templates) {
    // `{} and {}` fits nearly every text: it is looked for in the values of sentences only.
    if (depth === 0 && template.fixed <= leastFixed) break;
    search.tried += 1;
    if (search.tried > mostTried) return undefined;
    const values = matchTemplate(template, text);
    const spoken = values?.map((value) => speakValue(value, known, search, depth + 1));
    if (spoken?.every((value) => value !== undefined)) {
      return (known.exact[template.sentence] ?? text).replace(
        /\{(\d)\}/g,
        (place, index) => spoken[Number(index)] ?? place,
      );
    }
  }
  return undefined;
}

/** A value is a sentence of the token room again, or a name, a number, a quotation; other prose fits no place. */
function speakValue(text: string, known: Dictionary, search: Search, depth: number): string | undefined {
  return lookUp(text, known, search, depth) ?? (isProse(text) ? undefined : text);
}

/** More than a word outside of quotation marks, and one of them as English writes them. */
function isProse(text: string): boolean {
  const open = text.replace(/"[^"]*"|`[^`]*`|“[^”]*”/g, '"').trim();
  return /\s/.test(open) && /(?:^|\s)[a-z]{2,}(?:$|[\s.,:;])/.test(open);
}
