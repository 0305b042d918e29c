import type { Section } from '../../section.ts';
import { llmDefaults } from './defaults.ts';
import { llmSchema } from './schema.ts';
import type { LlmConfiguration } from './type.ts';

export const llm: Section<LlmConfiguration, typeof llmDefaults> = {
  description: 'Language models: who has them, and by which names callers ask for them.',
  schema: llmSchema,
  absent: { reads: {} },
  defaults: llmDefaults,
  checks: [],
};
