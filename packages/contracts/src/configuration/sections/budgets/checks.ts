import { type Check, check } from '../../check.ts';
import { unknownName } from '../../problems/unknown-name.ts';
import { llmSchema } from '../llm/schema.ts';
import type { LlmConfiguration } from '../llm/type.ts';
import { routesSchema } from '../routes/schema.ts';
import type { RoutesConfiguration } from '../routes/type.ts';
import { budgetsSchema } from './schema.ts';
import type { SpendingDimension } from './type.ts';

/** A budget that counts only what there is not would hold nobody: a slip of the pen must not open it. */
const unknownNames = check(
  { budgets: budgetsSchema, llm: llmSchema, routes: routesSchema },
  ({ budgets, llm, routes }) =>
    Object.entries(budgets.value).flatMap(([name, { only }]) =>
      only.flatMap(({ of, values }) => {
        const known = knownOf(of, llm.value, routes.value);
        if (known === undefined) return [];
        const { existing, heading } = known;
        const path = [...budgets.place(name), 'only', of.kind];
        return values
          .filter((value) => !existing.includes(value))
          .map((value) => unknownName({ path, name: value, existing, heading }));
      }),
    ),
);

function knownOf(
  { kind }: SpendingDimension,
  { providers, models }: LlmConfiguration,
  routes: RoutesConfiguration,
): { readonly existing: readonly string[]; readonly heading: string } | undefined {
  switch (kind) {
    case 'route':
      return { existing: routes.map(({ id }) => id), heading: 'routes' };
    case 'provider':
      return { existing: Object.keys(providers), heading: 'llm.providers' };
    case 'model': {
      const called = Object.values(models).flatMap(({ targets }) => targets.map(({ model }) => model));
      return { existing: [...new Set(called)], heading: 'llm.models (as its provider calls it)' };
    }
    default:
      return undefined;
  }
}

export const budgetsChecks: readonly Check[] = [unknownNames];
