import type { z } from 'zod';
import type { Needs } from './check.ts';
import { strict } from './fields/allowed.ts';
import type { AnySection, Sections } from './section.ts';

/** A list of sections made ready for reading files. */
export interface Form<All extends Sections> {
  readonly sections: All;
  /** What a person may write in the whole file, before sections are looked at together (`checks`). */
  readonly document: z.ZodType;
}

/** Throws, with a sentence for the programmer, where a section is read by none of what it names. */
export function formOf<All extends Sections>(sections: All): Form<All> {
  for (const [name, section] of Object.entries(sections)) {
    refuseUnreadableAbsence(name, section);
    for (const { needs } of [...section.checks, ...(section.warnings ?? [])])
      refuseStrangers(name, needs, sections);
    refuseStrangers(name, section.completion?.needs ?? {}, sections);
  }
  const keys = Object.entries(sections).map(([name, section]) => [name, keyOf(section)]);
  return { sections, document: strict(Object.fromEntries(keys)) };
}

function keyOf({ schema, absent, description }: AnySection): z.ZodType {
  const key = absent === 'left out' ? schema.exactOptional() : schema.prefault(absent.reads);
  return key.meta({ description });
}

function refuseUnreadableAbsence(name: string, { schema, absent }: AnySection): void {
  if (absent === 'left out') return;
  const reading = schema.safeParse(absent.reads);
  if (reading.success) return;
  const keys = reading.error.issues.map(({ path }) => [name, ...path].join('.'));
  throw new Error(
    `A file without \`${name}\` could not be read: the schema of the section refuses its own \`absent.reads\` at ${keys.join(', ')}.`,
  );
}

function refuseStrangers(name: string, needs: Needs, sections: Sections): void {
  for (const [needed, schema] of Object.entries(needs)) {
    if (!Object.hasOwn(sections, needed))
      throw new Error(`A check of \`${name}\` needs \`${needed}\`, which is not in the list of sections.`);
    if (sections[needed]?.schema !== schema)
      throw new Error(`A check of \`${name}\` needs \`${needed}\` by another schema than that section's.`);
  }
}
