import type { z } from 'zod';
import type { Finding } from './problems/configuration-problem.ts';

export type Path = readonly (string | number)[];

/** What could be read of one section: entries that have problems of their own are not in `value`. */
export interface Part<Value> {
  readonly section: string;
  readonly value: Value;
  /** The names of the entries as written, those that have problems included; none for a section without names. */
  readonly names: readonly string[];
  /** False if nothing of the section could be read, so that `value` is what holds without it. */
  readonly read: boolean;
  /** Where an entry of `value` stands in the document, by its name or its position in `value`. */
  place(entry: string | number): Path;
}

export type Parts = Readonly<Record<string, Part<unknown>>>;

/** The sections that a check reads: their names, with the schemas that give them their types. */
export type Needs = Readonly<Record<string, z.ZodType>>;

export type Needed<Of extends Needs> = { readonly [Name in keyof Of]: Part<z.output<Of[Name]>> };

/** What sections mean together, asked only when something of each section that it needs could be read. */
export interface Check {
  readonly needs: Needs;
  find(parts: Parts, document: unknown): readonly Finding[];
}

/** A check that names what it needs, and is given that and the document as written. */
export function check<Of extends Needs>(
  needs: Of,
  find: (parts: Needed<Of>, document: unknown) => readonly Finding[],
): Check {
  // `formOf` admits only checks whose needs are the schemas by which the parts are read.
  return { needs, find: (parts, document) => find(parts as Needed<Of>, document) };
}

/** How a section takes over from others what it leaves unsaid, once all were read without a problem. */
export interface Completion<Value> {
  readonly needs: Needs;
  complete(value: Value, parts: Parts): Value;
}

export function completion<Value, Of extends Needs>(
  needs: Of,
  complete: (value: Value, parts: Needed<Of>) => Value,
): Completion<Value> {
  return { needs, complete: (value, parts) => complete(value, parts as Needed<Of>) };
}
