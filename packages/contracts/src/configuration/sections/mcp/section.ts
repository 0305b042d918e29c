import type { Section } from '../../section.ts';
import { mcpDefaults } from './defaults.ts';
import { mcpSchema } from './schema.ts';
import type { McpConfiguration } from './type.ts';

export const mcp: Section<McpConfiguration, typeof mcpDefaults> = {
  description: 'Servers of tools (MCP), and who may call which of their tools.',
  schema: mcpSchema,
  absent: { reads: {} },
  defaults: mcpDefaults,
  checks: [],
};
