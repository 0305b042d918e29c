import { z } from 'zod';
import { formOf } from './form.ts';
import type { Sections } from './section.ts';
import { sections } from './sections/sections.ts';

/**
 * The JSON Schema (draft 2020-12) of `signet.yaml` for editors, as the text of `signet.schema.json`; of a file of
 * other sections, where they are given.
 */
export function configurationJsonSchema(of: Sections = sections): string {
  const schema = z.toJSONSchema(formOf(of).document, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
  });
  const titled = { ...schema, title: 'Signet configuration', description: 'What may stand in signet.yaml.' };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
