import { quote } from '@signet/token/verdict';
import { hideTokens } from '../events/hide-tokens.ts';
import { isPhraseKey, type PhraseKey } from './phrases.ts';

export type RefusalValue = string | number;
export type RefusalValues = Readonly<Record<string, RefusalValue>>;

/** In characters; longer texts are cut. */
export const longestValue = 512;

/**
 * The values of a refusal, fit for an answer, a log and a terminal: bounded, without tokens (CWE-532), and with control,
 * direction-changing and invisible characters written as escapes (CWE-117).
 */
export function soundValues(values: RefusalValues): RefusalValues {
  const sound: Record<string, RefusalValue> = {};
  for (const name in values) sound[name] = soundValue(values[name] ?? '');
  return sound;
}

function soundValue(value: RefusalValue): RefusalValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  // Before it is cut, which may take the end of a token away by which it is known.
  const escaped = quote(hideTokens(value), longestValue);
  return escaped.length <= longestValue ? escaped : `${escaped.slice(0, longestValue - 1)}…`;
}

const place = /\{(#?)(\w{1,32})\}/g;

/** A text with its values in their places; a phrase is spoken as `phrases` have it. */
export function render(
  text: string,
  values: RefusalValues,
  spoken?: Readonly<Record<PhraseKey, string>>,
): string {
  return text.replace(place, (whole, mark: string, name: string) => {
    const value = valueNamed(values, name);
    if (value === undefined) return whole;
    return mark === '#' && spoken !== undefined ? speakPhrase(String(value), spoken) : String(value);
  });
}

/** `list`, or `members:username, password` for a phrase with a place; any other text as it is. */
function speakPhrase(value: string, spoken: Readonly<Record<PhraseKey, string>>): string {
  const [key = '', ...of] = value.split(':');
  return isPhraseKey(key) ? spoken[key].replace('{of}', () => of.join(':')) : value;
}

function valueNamed(values: RefusalValues, name: string): RefusalValue | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Whether every place of a text has its value. */
export function isComplete(text: string, values: RefusalValues): boolean {
  return [...text.matchAll(place)].every(([, , name = '']) => Object.hasOwn(values, name));
}
