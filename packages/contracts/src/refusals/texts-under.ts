import type { RefusalValues } from './render.ts';
import type { SpokenText } from './template.ts';

export type SpokenTexts = { readonly [Name in SpokenText]?: string };

/** What came of a refusal: codes of a newer Signet, and none at all, are possible. */
export interface Coded extends SpokenTexts {
  readonly code?: string;
  readonly variant?: string;
  readonly values?: RefusalValues;
}

type Wording = SpokenTexts & { readonly variants?: Readonly<Record<string, SpokenTexts>> };

/** The texts of a wording in one language: the variant's before the code's; undefined where the language has none. */
export function textsUnder(
  wordings: Readonly<Record<string, Wording>>,
  { code = '', variant }: Coded,
): SpokenTexts | undefined {
  const wording = Object.hasOwn(wordings, code) ? wordings[code] : undefined;
  if (wording === undefined) return undefined;
  const { variants, ...own } = wording;
  if (variants === undefined) return variant === undefined ? own : undefined;
  if (variant === undefined || !Object.hasOwn(variants, variant)) return undefined;
  return { ...own, ...variants[variant] };
}
