import { isRecord } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { Placed } from '../model/part.ts';
import type { FunctionTool, ModelRequest, Tool, ToolChoice } from '../model/request.ts';
import type { Marks } from './marks.ts';

type Wire = Readonly<Record<string, unknown>>;

export function writeTools(
  tools: readonly Tool[],
  { notes, marks }: { notes: Notes; marks: Marks },
): readonly Wire[] {
  return tools.flatMap((tool) => writeTool(tool, { notes, marks }));
}

function writeTool(tool: Tool, { notes, marks }: { notes: Notes; marks: Marks }): readonly Wire[] {
  switch (tool.kind) {
    case 'function':
      return [writeFunction(tool, marks)];
    case 'custom':
      notes.note('custom tools', tool.path);
      return [];
    case 'foreign':
      if (notes.from === 'anthropic' && isRecord(tool.value)) return [tool.value];
      notes.note('tools of a provider', tool.path);
      return [];
  }
}

function writeFunction(tool: FunctionTool & Placed, marks: Marks): Wire {
  return known({
    name: tool.name,
    description: tool.description,
    input_schema: tool.schema ?? { type: 'object', properties: {} },
    strict: tool.strict,
    ...marks.write(tool.cacheMark, tool.path),
  });
}

/** Undefined where nothing is said of it; without tools there is no choice among them. */
export function writeToolChoice(
  { toolChoice, parallelToolCalls }: ModelRequest,
  notes: Notes,
): Wire | undefined {
  const alone = parallelToolCalls === false ? { disable_parallel_tool_use: true } : {};
  if (toolChoice === undefined && parallelToolCalls !== false) return undefined;
  const choice = choiceOf(toolChoice ?? { kind: 'auto' }, notes);
  return choice['type'] === 'none' ? choice : { ...choice, ...alone };
}

function choiceOf(choice: ToolChoice, notes: Notes): Wire {
  switch (choice.kind) {
    case 'auto':
    case 'none':
      return { type: choice.kind };
    case 'required':
      return { type: 'any' };
    case 'one-of': {
      const [name] = choice.names;
      if (choice.names.length === 1 && name !== undefined) return { type: 'tool', name };
      notes.note('choice among several tools');
      return { type: 'any' };
    }
  }
}
