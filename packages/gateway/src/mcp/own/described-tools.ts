import {
  type FoundPrompt,
  type PromptDefinition,
  refusal,
  type SteadyTime,
  valuesSchema,
} from '@signet/contracts';
import { Denial } from '../../denial.ts';
import type { KnownPrompts } from '../../prompts/known-prompts.ts';
import { schemaOf } from './argument-shape.ts';
import type { OwnPromptTool, OwnRouteTool, OwnTool } from './compile-own-tools.ts';

export interface Described {
  /** As models are shown it. */
  readonly definition: object;
  /** What it answers is an object that its output schema describes. */
  readonly isObject: boolean;
}

/** Those that there are: a prompt that nobody has published yet, or no longer, is none. */
export async function describedTools(
  tools: readonly OwnTool[],
  prompts: KnownPrompts,
  now: SteadyTime,
): Promise<readonly Described[] | Denial> {
  const described: Described[] = [];
  for (const tool of tools) {
    if (tool.kind === 'route') {
      described.push(describedRoute(tool));
      continue;
    }
    let found: FoundPrompt | undefined;
    try {
      found = await prompts.find(tool.door, now);
    } catch (error) {
      const note = `The prompt could not be looked up: ${error instanceof Error ? error.name : typeof error}`;
      return new Denial('forward', refusal('store_unavailable'), { note });
    }
    if (found !== undefined) described.push(describedPrompt(tool, found.stable.definition));
  }
  return described;
}

function describedPrompt({ name, description }: OwnPromptTool, definition: PromptDefinition): Described {
  const told = description ?? definition.description;
  const { output } = definition;
  // No other one may a tool have.
  const isObject = typeof output === 'object' && output['type'] === 'object';
  return {
    definition: {
      ...{ name, ...(told === undefined ? {} : { description: told }) },
      inputSchema: valuesSchema(definition),
      ...(isObject ? { outputSchema: output } : {}),
    },
    isObject,
  };
}

function describedRoute({ name, description, route, shape }: OwnRouteTool): Described {
  const { method, path } = route;
  const changesNothing = method === 'GET' || method === 'HEAD';
  const annotations = changesNothing
    ? { readOnlyHint: true }
    : { destructiveHint: method !== 'POST', idempotentHint: method === 'PUT' || method === 'DELETE' };
  const told = description ?? `${method} ${path}`;
  return {
    definition: { name, description: told, inputSchema: schemaOf(shape), annotations },
    isObject: false,
  };
}
