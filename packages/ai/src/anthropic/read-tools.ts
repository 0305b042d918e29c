import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Tool, ToolChoice } from '../model/request.ts';
import { readMark } from './read-mark.ts';

export function readTools(fields: Fields): readonly Tool[] {
  return fields.each('tools').map((tool) => {
    const type = tool.text('type') ?? 'custom';
    const read: Tool =
      type === 'custom' ? readFunction(tool) : { kind: 'foreign', type, value: tool.whole() };
    tool.leave();
    return { ...read, path: tool.path };
  });
}

/** Anthropic calls a tool of the caller's own `custom`; its arguments are JSON all the same. */
function readFunction(tool: Fields): Tool {
  return known({
    kind: 'function' as const,
    name: tool.text('name') ?? '',
    description: tool.text('description'),
    schema: tool.take('input_schema'),
    strict: tool.flag('strict'),
    cacheMark: readMark(tool),
  });
}

export interface ChoiceOfTools {
  readonly toolChoice?: ToolChoice;
  readonly parallelToolCalls?: boolean;
}

export function readToolChoice(fields: Fields): ChoiceOfTools {
  const choice = fields.below('tool_choice');
  if (choice === undefined) return {};
  const toolChoice = choiceOf(choice);
  const alone = choice.flag('disable_parallel_tool_use');
  choice.leave();
  return known({ toolChoice, parallelToolCalls: alone === undefined ? undefined : !alone });
}

function choiceOf(choice: Fields): ToolChoice | undefined {
  const type = choice.text('type');
  switch (type) {
    case 'auto':
    case 'none':
      return { kind: type };
    case 'any':
      return { kind: 'required' };
    case 'tool':
      return { kind: 'one-of', names: [choice.text('name') ?? ''] };
    default:
      choice.lose('type', 'dropped', 'there is no such choice');
      return undefined;
  }
}
