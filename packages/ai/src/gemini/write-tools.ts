import { isRecord } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelRequest, Tool, ToolChoice } from '../model/request.ts';

type Wire = Readonly<Record<string, unknown>>;

/** All functions in one tool, in their order; those of the provider beside it. */
export function writeTools(tools: readonly Tool[], notes: Notes): readonly Wire[] {
  const functionDeclarations = tools.flatMap((tool) => writeFunction(tool, notes));
  const foreign = tools.flatMap((tool) => {
    if (tool.kind !== 'foreign') return [];
    if (notes.from === 'gemini' && isRecord(tool.value)) return [tool.value];
    notes.note('tools of a provider', tool.path);
    return [];
  });
  return [...(functionDeclarations.length === 0 ? [] : [{ functionDeclarations }]), ...foreign];
}

function writeFunction(tool: Tool, notes: Notes): readonly Wire[] {
  if (tool.kind === 'custom') notes.note('custom tools', tool.path);
  if (tool.kind !== 'function') return [];
  if (tool.cacheMark !== undefined) notes.note('mark of the cache', tool.path);
  return [known({ name: tool.name, description: tool.description, parametersJsonSchema: tool.schema })];
}

/** Strict tools ask for the mode that checks arguments, as far as the choice leaves room for it. */
export function writeToolConfig(
  { tools, toolChoice, parallelToolCalls }: ModelRequest,
  notes: Notes,
): Wire | undefined {
  if (parallelToolCalls === false) notes.note('no parallel calls');
  const isStrict = tools.some((tool) => tool.kind === 'function' && tool.strict === true);
  if (isStrict) notes.note('strict function tools');
  const choice = toolChoice === undefined ? undefined : choiceOf(toolChoice);
  const isFree = choice === undefined || choice['mode'] === 'AUTO';
  const calling = isStrict && isFree ? { mode: 'VALIDATED' } : choice;
  return calling && { functionCallingConfig: calling };
}

function choiceOf(choice: ToolChoice): Wire {
  switch (choice.kind) {
    case 'auto':
      return { mode: 'AUTO' };
    case 'none':
      return { mode: 'NONE' };
    case 'required':
      return { mode: 'ANY' };
    case 'one-of':
      return { mode: 'ANY', allowedFunctionNames: choice.names };
  }
}
