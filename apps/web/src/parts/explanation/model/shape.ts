import { plain } from './plain-text.ts';

/** Takes a value of one form, or nothing. */
export type Reader<Value> = (value: unknown) => Value | undefined;

type Fields<Value> = { readonly [Name in keyof Value]-?: Reader<Exclude<Value[Name], undefined>> };
type OptionalNames<Value> = {
  [Name in keyof Value]-?: Record<never, never> extends Pick<Value, Name> ? Name : never;
}[keyof Value];

/** A text of at most `longest` characters, made harmless to look at. */
export function text(longest: number): Reader<string> {
  return (value) =>
    typeof value === 'string' && value.length <= longest ? plain(value, longest) : undefined;
}

export function number(least: number, most: number): Reader<number> {
  return (value) => (typeof value === 'number' && value >= least && value <= most ? value : undefined);
}

/** A number without a fraction. */
export function whole(least: number, most: number): Reader<number> {
  const read = number(least, most);
  return (value) => (Number.isInteger(value) ? read(value) : undefined);
}

export function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

export function oneOf<Value extends string>(values: readonly Value[]): Reader<Value> {
  return (value) => values.find((one) => one === value);
}

/** At most `most` values under names of at most `longestName` characters, each of one of the forms. */
export function dictionary<Value>(
  reads: readonly Reader<Value>[],
  most: number,
  longestName: number,
): Reader<Readonly<Record<string, Value>>> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value);
    if (entries.length > most || entries.some(([name]) => name.length > longestName)) return undefined;
    const read = entries.map(([name, member]) => [name, oneReading(reads, member)] as const);
    return read.some(([, member]) => member === undefined)
      ? undefined
      : (Object.fromEntries(read) as Record<string, Value>);
  };
}

function oneReading<Value>(reads: readonly Reader<Value>[], value: unknown): Value | undefined {
  return reads.map((read) => read(value)).find((reading) => reading !== undefined);
}

/** At most `most` elements, each of the one form. */
export function list<Value>(read: Reader<Value>, most: number): Reader<readonly Value[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const elements = value.map(read);
    return elements.every((element) => element !== undefined) ? elements : undefined;
  };
}

/** An object with these members; what else it has is left behind. A member that is there must have its form. */
export function shape<Value extends object>(
  fields: Fields<Value>,
  optional: readonly OptionalNames<Value>[] = [],
): Reader<Value> {
  const names = Object.keys(fields) as (keyof Value & string)[];
  const mayBeAbsent: readonly PropertyKey[] = optional;
  return (value) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const given = new Map<string, unknown>(Object.entries(value));
    const read: [string, unknown][] = [];
    for (const name of names) {
      if (!given.has(name) && mayBeAbsent.includes(name)) continue;
      const member = fields[name](given.get(name));
      if (member === undefined) return undefined;
      read.push([name, member]);
    }
    return Object.fromEntries(read) as Value;
  };
}

/** An object of which any member may be absent. */
export function allOptional<Value extends Partial<Value>>(fields: Fields<Value>): Reader<Value> {
  return shape<Value>(fields, Object.keys(fields) as OptionalNames<Value>[]);
}
