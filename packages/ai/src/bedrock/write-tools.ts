import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelRequest, Tool, ToolChoice } from '../model/request.ts';
import { cachePoint } from './write-parts.ts';

type Wire = Readonly<Record<string, unknown>>;

/** `toolConfig`; undefined where there are no tools. */
export function writeToolConfig(request: ModelRequest, notes: Notes): Wire | undefined {
  const { tools, toolChoice, parallelToolCalls } = request;
  const written = tools.flatMap((tool) => writeTool(tool, notes));
  if (written.length === 0 || isLeftOut(request)) return undefined;
  if (parallelToolCalls === false) notes.note('no parallel calls');
  return known({ tools: written, toolChoice: toolChoice && choiceOf(toolChoice, notes) });
}

/** Converse has no word against calls: without tools there are none, unless earlier calls stand in the conversation. */
function isLeftOut({ toolChoice, items }: ModelRequest): boolean {
  return (
    toolChoice?.kind === 'none' && !items.some(({ kind }) => kind === 'tool-call' || kind === 'tool-result')
  );
}

function writeTool(tool: Tool, notes: Notes): readonly Wire[] {
  switch (tool.kind) {
    case 'function': {
      const toolSpec = known({
        name: tool.name,
        description: tool.description === '' ? undefined : tool.description,
        inputSchema: { json: tool.schema ?? { type: 'object', properties: {} } },
        strict: tool.strict === true ? true : undefined,
      });
      return [{ toolSpec }, ...cachePoint(tool.cacheMark)];
    }
    case 'custom':
      notes.note('custom tools', tool.path);
      return [];
    case 'foreign':
      notes.note('tools of a provider', tool.path);
      return [];
  }
}

function choiceOf(choice: ToolChoice, notes: Notes): Wire | undefined {
  switch (choice.kind) {
    case 'auto':
      return { auto: {} };
    case 'none':
      notes.drop('choice of a tool', 'Converse cannot forbid calls once there were some');
      return undefined;
    case 'required':
      return { any: {} };
    case 'one-of': {
      const [name] = choice.names;
      if (choice.names.length === 1 && name !== undefined) return { tool: { name } };
      notes.note('choice among several tools');
      return { any: {} };
    }
  }
}
