import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { OutputFormat, Tool, ToolChoice } from '../model/request.ts';
import { readCustom, readFunction } from '../openai-chat/read-tools.ts';

export function readTools(request: Fields): readonly Tool[] {
  return request.each('tools').flatMap((tool) => {
    const read = readTool(tool);
    tool.leave();
    return read === undefined ? [] : [{ ...read, path: tool.path }];
  });
}

function readTool(tool: Fields): Tool | undefined {
  const type = tool.text('type') ?? '';
  if (type !== 'function' && type !== 'custom') return { kind: 'foreign', type, value: tool.whole() };
  const name = tool.text('name');
  if (name === undefined) return undefined;
  return type === 'function' ? readFunction(name, tool) : readCustom(name, tool);
}

/** A word, or one tool, or some; one of the provider's own tools cannot be chosen elsewhere. */
export function readToolChoice(request: Fields): ToolChoice | undefined {
  const said = request.take('tool_choice');
  if (said === undefined) return undefined;
  if (said === 'auto' || said === 'none' || said === 'required') return { kind: said };
  const choice = typeof said === 'string' ? undefined : request.below('tool_choice');
  const type = choice?.text('type');
  const read = type === 'allowed_tools' ? readAllowed(choice) : readNamed(choice);
  choice?.leave();
  if (read === undefined)
    request.lose('tool_choice', 'dropped', 'there is no such choice of a tool elsewhere');
  return read;
}

function readNamed(choice: Fields | undefined): ToolChoice | undefined {
  const name = choice?.text('name');
  return name === undefined ? undefined : { kind: 'one-of', names: [name] };
}

function readAllowed(choice: Fields | undefined): ToolChoice | undefined {
  if (choice?.text('mode') !== 'required') {
    choice?.lose('tools', 'dropped', 'a choice that is free among some tools became free among all');
    return { kind: 'auto' };
  }
  const names = choice.each('tools').flatMap((tool) => {
    tool.ignore('type');
    const name = tool.text('name');
    tool.leave();
    return name === undefined ? [] : [name];
  });
  return { kind: 'one-of', names };
}

/** `text.format`; plain text is what one gets without it. */
export function readFormat(text: Fields | undefined): OutputFormat | undefined {
  const format = text?.below('format');
  const type = format?.text('type');
  const read = format === undefined || type === undefined ? undefined : formatOf(type, format);
  format?.leave();
  return read;
}

function formatOf(type: string, format: Fields): OutputFormat | undefined {
  if (type === 'json_object') return { kind: 'json-object' };
  if (type !== 'json_schema') return undefined;
  const said = known({
    kind: 'json-schema' as const,
    name: format.text('name'),
    description: format.text('description'),
    strict: format.flag('strict'),
  });
  return { ...said, schema: format.take('schema') };
}
