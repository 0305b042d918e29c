import type { z } from 'zod';
import type { Part, Parts } from './check.ts';
import { entriesOf } from './entries.ts';
import { valueAt } from './problems/value-at.ts';
import type { AnySection, Sections } from './section.ts';

type Issue = Pick<z.core.$ZodIssue, 'path'>;

/**
 * Each section of the document without the entries that have the wrong shape, parsed: so that one bad route does not
 * hide what is wrong with the names in the others. A section that is wrong as a whole is read as if it were absent.
 */
export function soundParts(sections: Sections, document: unknown, issues: readonly Issue[]): Parts {
  const parts = Object.entries(sections).map(([name, section]): [string, Part<unknown>] => {
    const within = issues.filter(({ path }) => path[0] === name).map(({ path }) => path.slice(1));
    const written = valueAt(document, [name]);
    const sound = soundOf(written, within, entriesOf(section.schema) !== 'none');
    return [name, { ...read(section, sound), ...placesOf(name, written, sound) }];
  });
  return Object.fromEntries(parts);
}

interface Sound {
  readonly value: unknown;
  /** For each entry of a list, its position as written. */
  readonly positions: readonly number[];
}

/** What is left of a section as written; `undefined` if it is wrong as a whole. */
function soundOf(
  written: unknown,
  within: readonly (readonly PropertyKey[])[],
  hasEntries: boolean,
): Sound | undefined {
  if (within.some(([entry]) => !hasEntries || entry === undefined)) return undefined;
  const unsound = new Set(within.map(([entry]) => String(entry)));
  const keeps = (entry: string | number): boolean => !unsound.has(String(entry));
  if (Array.isArray(written)) {
    const positions = [...written.keys()].filter(keeps);
    return { value: positions.map((position) => written[position]), positions };
  }
  if (!isRecord(written)) return { value: written, positions: [] };
  const entries = Object.entries(written).filter(([name]) => keeps(name));
  return { value: Object.fromEntries(entries), positions: [] };
}

function read(section: AnySection, sound: Sound | undefined): Pick<Part<unknown>, 'value' | 'read'> {
  if (sound?.value !== undefined) {
    const parsed = section.schema.safeParse(sound.value);
    if (parsed.success) return { value: parsed.data, read: true };
  }
  return { value: absenceOf(section), read: sound !== undefined && sound.value === undefined };
}

function absenceOf({ schema, absent }: AnySection): unknown {
  return absent === 'left out' ? undefined : schema.parse(absent.reads);
}

function placesOf(
  section: string,
  written: unknown,
  sound: Sound | undefined,
): Pick<Part<unknown>, 'section' | 'names' | 'place'> {
  return {
    section,
    names: isRecord(written) ? Object.keys(written) : [],
    place: (entry) => [section, typeof entry === 'number' ? (sound?.positions[entry] ?? entry) : entry],
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
