import type { Notes } from '../mapping/notes.ts';
import type { ModelRequest, OutputFormat, Tool, ToolChoice } from '../model/request.ts';

type Wire = Readonly<Record<string, unknown>>;

export function writeTools(tools: readonly Tool[], notes: Notes): readonly Wire[] {
  return tools.flatMap((tool): readonly Wire[] => {
    if (tool.kind === 'foreign') {
      notes.note('tools of a provider', tool.path);
      return [];
    }
    if (tool.kind === 'function' && tool.cacheMark !== undefined) notes.note('mark of the cache', tool.path);
    const { name, description } = tool;
    return tool.kind === 'custom'
      ? [{ type: 'custom', custom: { name, description, format: tool.grammar } }]
      : [{ type: 'function', function: { name, description, parameters: tool.schema, strict: tool.strict } }];
  });
}

/** Whether a name is that of a custom tool decides how it is chosen. */
export function writeToolChoice({ toolChoice, tools }: ModelRequest): unknown {
  if (toolChoice === undefined) return undefined;
  if (toolChoice.kind !== 'one-of') return toolChoice.kind;
  const chosen = chosenTools(toolChoice, tools);
  const [only] = chosen;
  if (chosen.length === 1) return only;
  return { type: 'allowed_tools', allowed_tools: { mode: 'required', tools: chosen } };
}

function chosenTools(
  { names }: ToolChoice & { readonly kind: 'one-of' },
  tools: readonly Tool[],
): readonly Wire[] {
  const custom = new Set(tools.flatMap((tool) => (tool.kind === 'custom' ? [tool.name] : [])));
  return names.map((name) =>
    custom.has(name) ? { type: 'custom', custom: { name } } : { type: 'function', function: { name } },
  );
}

export function writeFormat(format: OutputFormat | undefined): unknown {
  if (format === undefined) return undefined;
  if (format.kind === 'json-object') return { type: 'json_object' };
  const { name, description, schema, strict } = format;
  return { type: 'json_schema', json_schema: { name: name ?? 'answer', description, schema, strict } };
}
