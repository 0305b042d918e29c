import type { DefaultsOf } from './section.ts';
import { sections } from './sections/sections.ts';

/**
 * What holds when the file says nothing, by section, written as a person would write it. `docs/configuration.md` and
 * `signet.schema.json` show the same values.
 */
export const defaults: DefaultsOf<typeof sections> = Object.fromEntries(
  Object.entries(sections).map(([name, section]) => [name, section.defaults]),
) as DefaultsOf<typeof sections>;
