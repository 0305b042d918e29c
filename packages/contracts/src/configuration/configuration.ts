import type { ConfigurationOf } from './section.ts';
import type { sections } from './sections/sections.ts';

/**
 * The configuration as the program uses it: parsed, with defaults applied, frozen. Durations are milliseconds,
 * sizes are bytes. Each section's `type.ts` says what stands in it.
 */
export type Configuration = ConfigurationOf<typeof sections>;
