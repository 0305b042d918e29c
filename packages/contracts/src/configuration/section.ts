import type { z } from 'zod';
import type { Check, Completion, Path } from './check.ts';
import type { Finding } from './problems/configuration-problem.ts';

/** A document in which everything stands where it is read. */
export interface Spread {
  readonly document: unknown;
  readonly findings: readonly Finding[];
  /** Where in the document as a person wrote it stands what is at this path now. */
  written(path: Path): Path;
}

type NoDefaults = Readonly<Record<string, never>>;

interface SectionParts<Value, Defaults> {
  /** Shown by an editor, from the JSON Schema. */
  readonly description: string;
  /** What a person may write → what the program uses. A list, or a record of names, has entries judged one by one. */
  readonly schema: z.ZodType<Value, unknown>;
  /** What holds where the section leaves something unsaid, as a person would write it; `{}` if there is nothing. */
  readonly defaults: Defaults;
  /** What it means together with other sections; `[]` if it stands alone. */
  readonly checks: readonly Check[];
  /** What is read all the same, and should be written otherwise. Asked where the file has no problem. */
  readonly warnings?: readonly Check[];
  readonly completion?: Completion<Value>;
  /** Writes into the section, before it is read, what the document says of it elsewhere. */
  readonly spread?: (document: unknown) => Spread;
}

/** A section of `signet.yaml` that always has a value. */
export interface Section<Value, Defaults = NoDefaults> extends SectionParts<Value, Defaults> {
  /** The file without the section is read as if this were written. */
  readonly absent: { readonly reads: unknown };
}

/** A section of `signet.yaml` that may be missing from what the program uses, too. */
export interface OptionalSection<Value, Defaults = NoDefaults> extends SectionParts<Value, Defaults> {
  readonly absent: 'left out';
}

export type AnySection = Section<unknown, unknown> | OptionalSection<unknown, unknown>;

/** Sections by the name that they have in the file, in the order in which a reader is shown them. */
export type Sections = Readonly<Record<string, AnySection>>;

type ValueOf<One extends AnySection> = z.output<One['schema']>;

type Optional<All extends Sections> = {
  [Name in keyof All]: All[Name] extends OptionalSection<unknown, unknown> ? Name : never;
}[keyof All];

/** What reading a file of these sections gives. */
export type ConfigurationOf<All extends Sections> = {
  readonly [Name in Exclude<keyof All, Optional<All>>]: ValueOf<All[Name]>;
} & { readonly [Name in Optional<All>]?: ValueOf<All[Name]> };

/** The defaults of each section, by its name. */
export type DefaultsOf<All extends Sections> = { readonly [Name in keyof All]: All[Name]['defaults'] };
