import type { ErrorCode } from '../errors/catalogue.ts';

/** The texts of a refusal. `{name}` is the place of a value. */
export interface RefusalTexts {
  readonly sentence: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly fix?: string;
  /** A section of an RFC or the name of a setting: the same in every language. */
  readonly rule?: string;
  /** The claim, header parameter or member of a body concerned: a name, and no text. */
  readonly member?: string;
}

/**
 * What is said under one code. Where a code has several wordings, each is a variant, which has the texts of its own and
 * takes the others from the code.
 */
export type RefusalTemplate =
  | (RefusalTexts & { readonly variants?: never })
  | (Partial<RefusalTexts> & { readonly variants: Readonly<Record<string, Partial<RefusalTexts>>> });

/** Every code needs one: a code without a template does not compile. */
export type TemplatesFor<Code extends ErrorCode> = { readonly [Each in Code]: RefusalTemplate };

/**
 * Codes of the token room that other rooms use in words of their own. They have variants only, so that a refusal of
 * such a code without a variant is one of the token room.
 */
export type BorrowedTemplates<Code extends ErrorCode> = {
  readonly [Each in Code]?: RefusalTemplate & {
    readonly variants: Readonly<Record<string, Partial<RefusalTexts>>>;
  };
};

/** `rate_limited`, or `token_missing.no_header` for a code with variants. */
export type KeysOf<Templates> = {
  [Code in keyof Templates & string]: Templates[Code] extends { readonly variants: infer Variants }
    ? `${Code}.${keyof Variants & string}`
    : Code;
}[keyof Templates & string];

export type CodeOf<Key extends string> = Key extends `${infer Code}.${string}` ? Code : Key;

/** The texts that a key leads to: the variant's before the code's. */
export type TextsOf<Templates, Key extends string> = Key extends `${infer Code}.${infer Variant}`
  ? Code extends keyof Templates
    ? Templates[Code] extends { readonly variants: infer Variants }
      ? Variant extends keyof Variants
        ? Variants[Variant] & Omit<Templates[Code], 'variants' | keyof Variants[Variant]>
        : never
      : never
    : never
  : Key extends keyof Templates
    ? Templates[Key]
    : never;

/** The names of the places in a text. */
export type Places<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;

/** What a translation of a template has: each text that a person reads, and each variant. */
export type Translated<Template> = {
  readonly [Name in keyof Template as Name extends 'variants' | SpokenText
    ? Name
    : never]: Name extends 'variants'
    ? { readonly [Variant in keyof Template[Name]]: Translated<Template[Name][Variant]> }
    : string;
};

/** The texts that have a language. */
export const spokenTexts = ['sentence', 'expected', 'actual', 'fix'] as const;

export type SpokenText = (typeof spokenTexts)[number];
