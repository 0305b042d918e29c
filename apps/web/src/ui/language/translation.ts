/**
 * What a translation of English words must have: the same names, each sentence any text, each function the
 * same parameters. The compiler names what is missing.
 */
export type Translation<English> = English extends string
  ? string
  : English extends (...parameters: infer Parameters) => infer Answer
    ? (...parameters: Parameters) => Translation<Answer>
    : English extends object
      ? { readonly [Name in keyof English]: Translation<English[Name]> }
      : English;

/** A translation in the making: what is missing in it stays English. */
export type Unfinished<Words> = Words extends (...parameters: never) => unknown
  ? Words
  : Words extends object
    ? { readonly [Name in keyof Words]?: Unfinished<Words[Name]> }
    : Words;
