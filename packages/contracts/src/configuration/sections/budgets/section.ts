import type { Section } from '../../section.ts';
import { budgetsChecks } from './checks.ts';
import { budgetDefaults } from './defaults.ts';
import { budgetsSchema } from './schema.ts';
import type { BudgetsConfiguration } from './type.ts';

export const budgets: Section<BudgetsConfiguration, typeof budgetDefaults> = {
  description: 'What may be spent at most on language models and on calls that have a price, by name.',
  schema: budgetsSchema,
  absent: { reads: {} },
  defaults: budgetDefaults,
  checks: budgetsChecks,
};
