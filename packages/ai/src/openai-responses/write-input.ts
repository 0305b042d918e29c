import type { Notes } from '../mapping/notes.ts';
import type { Part, Placed } from '../model/part.ts';
import type {
  InputItem,
  MessageItem,
  ReasoningItem,
  ToolCallItem,
  ToolResultItem,
} from '../model/request.ts';
import { writeParts } from './write-parts.ts';

type Wire = Readonly<Record<string, unknown>>;

/** Items in their order; a result stands behind its call already, or becomes words of the user. */
export function writeInput(items: readonly InputItem[], notes: Notes): readonly Wire[] {
  const calls = new Map(
    items.flatMap((item) => (item.kind === 'tool-call' ? [[item.id, item.custom === true] as const] : [])),
  );
  return items.flatMap((item) => writeItem(item, calls, notes));
}

function writeItem(item: InputItem, calls: ReadonlyMap<string, boolean>, notes: Notes): readonly Wire[] {
  switch (item.kind) {
    case 'message':
      return [writeMessage(item, notes)];
    case 'reasoning':
      return writeReasoning(item, notes);
    case 'tool-call':
      return [writeCall(item, notes)];
    case 'tool-result':
      return [writeResult(item, calls.get(item.callId), notes)];
    case 'foreign':
      return writeForeignItem(item, notes);
  }
}

function writeMessage(item: MessageItem & Placed, notes: Notes): Wire {
  if (item.name !== undefined) notes.note('name of a speaker', item.path && `${item.path}.name`);
  const by = item.role === 'assistant' ? 'model' : 'others';
  return { type: 'message', role: item.role, content: writeParts(item.parts, by, notes) };
}

/** Only what OpenAI has sealed itself means anything to it. */
function writeReasoning(item: ReasoningItem & Placed, notes: Notes): readonly Wire[] {
  const { sealed, text } = item;
  if (sealed === undefined) {
    notes.note('earlier reasoning', item.path);
    return [];
  }
  if (sealed.maker !== 'openai') {
    notes.note(`reasoning sealed by ${sealed.maker}`, item.path);
    return [];
  }
  const summary = text === '' ? [] : [{ type: 'summary_text', text }];
  return [{ type: 'reasoning', summary, encrypted_content: sealed.value }];
}

function writeCall(item: ToolCallItem & Placed, notes: Notes): Wire {
  if (item.sealed !== undefined) notes.note(`reasoning sealed by ${item.sealed.maker}`, item.path);
  if (item.cacheMark !== undefined) notes.note('mark of the cache', item.path);
  return item.custom === true
    ? { type: 'custom_tool_call', call_id: item.id, name: item.name, input: item.arguments }
    : { type: 'function_call', call_id: item.id, name: item.name, arguments: item.arguments };
}

/** @param custom whether its call was one of a custom tool; undefined where there was none */
function writeResult(item: ToolResultItem & Placed, custom: boolean | undefined, notes: Notes): Wire {
  if (item.isError === true) notes.note('result that is an error', item.path);
  if (item.cacheMark !== undefined) notes.note('mark of the cache', item.path);
  const parts = item.isError === true ? marked(item.parts) : item.parts;
  if (custom === undefined) {
    notes.note('result without its call', item.path);
    return { type: 'message', role: 'user', content: writeParts(parts, 'others', notes) };
  }
  const type = custom ? 'custom_tool_call_output' : 'function_call_output';
  return { type, call_id: item.callId, output: writeOutput(parts, notes) };
}

/** A text where it is nothing but one, as it always could be. */
function writeOutput(parts: readonly Part[], notes: Notes): string | readonly Wire[] {
  const texts = parts.flatMap((part) =>
    part.kind === 'text' && part.cacheMark === undefined ? [part.text] : [],
  );
  return texts.length === parts.length ? texts.join('\n') : writeParts(parts, 'others', notes);
}

function marked(parts: readonly Part[]): readonly Part[] {
  const [first, ...others] = parts;
  if (first?.kind !== 'text') return [{ kind: 'text', text: 'Error' }, ...parts];
  return first.text.startsWith('Error') ? parts : [{ ...first, text: `Error: ${first.text}` }, ...others];
}

function writeForeignItem(item: InputItem & { readonly kind: 'foreign' }, notes: Notes): readonly Wire[] {
  const { value } = item;
  if (notes.from === 'responses' && typeof value === 'object' && value !== null) return [{ ...value }];
  notes.note('items of a provider', item.path);
  return [];
}
