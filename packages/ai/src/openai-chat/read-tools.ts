import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { CacheMark } from '../model/part.ts';
import type { OutputFormat, Tool, ToolChoice } from '../model/request.ts';
import { readMark } from './read-parts.ts';

export function readTools(request: Fields): readonly Tool[] {
  return request.each('tools').flatMap((tool) => {
    const read = readTool(tool);
    tool.leave();
    return read === undefined ? [] : [{ ...read, path: tool.path }];
  });
}

function readTool(tool: Fields): Tool | undefined {
  const type = tool.text('type') ?? 'function';
  if (type !== 'function' && type !== 'custom') {
    return { kind: 'foreign', type, value: tool.whole() };
  }
  const below = tool.below(type);
  const name = below?.text('name');
  if (below === undefined || name === undefined) return undefined;
  const read = type === 'function' ? readFunction(name, below, readMark(tool)) : readCustom(name, below);
  below.leave();
  return read;
}

/** What a function says of itself; in Responses it stands one level higher. */
export function readFunction(name: string, fields: Fields, cacheMark?: CacheMark): Tool {
  return known({
    kind: 'function' as const,
    name,
    description: fields.text('description'),
    schema: fields.take('parameters'),
    strict: fields.flag('strict'),
    cacheMark,
  });
}

export function readCustom(name: string, fields: Fields): Tool {
  return known({
    kind: 'custom' as const,
    name,
    description: fields.text('description'),
    grammar: fields.take('format'),
  });
}

/** A word, or one tool, or some. */
export function readToolChoice(request: Fields): ToolChoice | undefined {
  const said = request.take('tool_choice');
  if (said === undefined) return undefined;
  if (said === 'auto' || said === 'none' || said === 'required') return { kind: said };
  if (typeof said === 'string') {
    request.lose('tool_choice', 'dropped', 'there is no such choice of a tool');
    return undefined;
  }
  const choice = request.below('tool_choice');
  const type = choice?.text('type');
  const read = type === 'allowed_tools' ? readAllowed(choice) : readNamed(choice);
  choice?.leave();
  return read;
}

function readNamed(choice: Fields | undefined): ToolChoice | undefined {
  const below = choice?.below('function') ?? choice?.below('custom');
  const name = below?.text('name');
  below?.leave();
  return name === undefined ? undefined : { kind: 'one-of', names: [name] };
}

function readAllowed(choice: Fields | undefined): ToolChoice | undefined {
  const below = choice?.below('allowed_tools');
  const mode = below?.text('mode');
  if (mode !== 'required') {
    below?.lose('tools', 'dropped', 'a choice that is free among some tools became free among all');
    below?.leave();
    return { kind: 'auto' };
  }
  const names = (below?.each('tools') ?? []).map((tool) => {
    tool.ignore('type');
    const inner = tool.below('function') ?? tool.below('custom');
    const name = inner?.text('name') ?? '';
    inner?.leave();
    tool.leave();
    return name;
  });
  below?.leave();
  return { kind: 'one-of', names };
}

export function readFormat(request: Fields): OutputFormat | undefined {
  const format = request.below('response_format');
  const type = format?.text('type');
  const schema = format?.below('json_schema');
  const read = type === 'json_object' ? ({ kind: 'json-object' } as const) : readSchema(schema);
  schema?.leave();
  format?.leave();
  return read;
}

function readSchema(schema: Fields | undefined): OutputFormat | undefined {
  if (schema === undefined) return undefined;
  return {
    ...known({
      kind: 'json-schema' as const,
      name: schema.text('name'),
      description: schema.text('description'),
      strict: schema.flag('strict'),
    }),
    schema: schema.take('schema'),
  };
}
