import type { Refusal } from '@signet/token/verdict';
import type { ErrorCode } from '../errors/catalogue.ts';
import { phrases } from './phrases.ts';
import { type RefusalValue, type RefusalValues, render, soundValues } from './render.ts';
import type { CodeOf, RefusalTexts } from './template.ts';
import { type RefusalKey, templates, type ValueNames } from './templates.ts';

/**
 * A refusal of the rooms around the token room. Its texts are English; whoever speaks another language says them anew
 * from code, variant and values. What the token room refused has neither variant nor values.
 */
export interface SignetRefusal<Code extends ErrorCode = ErrorCode> extends Refusal<Code> {
  /** Which of the wordings of the code it is, where there are several. */
  readonly variant?: string;
  /** What stands in the places of the texts; names and numbers, made harmless. */
  readonly values?: RefusalValues;
}

type Given<Key extends RefusalKey> = [ValueNames<Key>] extends [never]
  ? []
  : [
      values: {
        readonly [Name in ValueNames<Key> as Name extends `#${infer Bare}` ? Bare : Name]: RefusalValue;
      },
    ];

/**
 * The refusal of a key, such as `refusal('rate_limited.route', { count, per, wait })`. Values are cut at 512 characters
 * and made harmless. Without values it is the same object each time.
 */
export function refusal<Key extends RefusalKey>(
  key: Key,
  ...[values]: Given<Key>
): SignetRefusal<CodeOf<Key> & ErrorCode> {
  const form = forms.get(key) ?? formOf(key);
  return (values === undefined ? form.refusal : filled(form, values)) as SignetRefusal<
    CodeOf<Key> & ErrorCode
  >;
}

/** A key made ready: its texts as they are, and which of them have places. */
interface Form {
  readonly refusal: SignetRefusal;
  readonly withPlaces: readonly (keyof RefusalTexts)[];
}

const forms = new Map<string, Form>();

function formOf(key: RefusalKey): Form {
  const [code = '', variant] = key.split('.');
  const { variants, ...own } = templates[code as keyof typeof templates] ?? {};
  const texts = { ...own, ...(variant === undefined ? {} : variants?.[variant]) };
  const made = { code: code as ErrorCode, ...(variant === undefined ? {} : { variant }), ...texts };
  const names = Object.keys(texts) as (keyof RefusalTexts)[];
  const form = {
    refusal: Object.freeze(made as SignetRefusal),
    withPlaces: names.filter((name) => texts[name]?.includes('{')),
  };
  forms.set(key, form);
  return form;
}

function filled({ refusal: form, withPlaces }: Form, given: RefusalValues): SignetRefusal {
  const values = soundValues(given);
  const said: { -readonly [Name in keyof SignetRefusal]: SignetRefusal[Name] } = { ...form, values };
  for (const name of withPlaces) said[name] = render(form[name] ?? '', values, phrases);
  return said;
}

/** Every key, for whoever must speak them all. */
export const refusalKeys: readonly RefusalKey[] = Object.freeze(
  Object.entries(templates).flatMap(([code, { variants }]) =>
    variants === undefined ? [code] : Object.keys(variants).map((variant) => `${code}.${variant}`),
  ) as RefusalKey[],
);
