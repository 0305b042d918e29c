import type { OptionalSection } from '../../section.ts';
import { sharedSchema } from '../routes/schema.ts';

/** Keys of a route. */
export type SharedDefaults = Readonly<Record<string, unknown>>;

export const defaults: OptionalSection<SharedDefaults> = {
  description: 'What every route has that says nothing else, by itself or by a policy that it uses.',
  schema: sharedSchema,
  absent: 'left out',
  defaults: {},
  checks: [],
};
