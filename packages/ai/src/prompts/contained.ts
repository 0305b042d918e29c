/**
 * What a caller said, as words of a caller whatever it says: a block of its own that ends where the value does. Servers of open
 * models cut the text of a message into turns by marks that may stand in it; each of these is broken by a blank, and
 * the `<` of whatever looks like the end of the block is written as XML has it. Of JSON the marks are escaped, and nothing is changed.
 */
export function contained(name: string, value: unknown): string {
  const text = typeof value === 'string' ? broken(value, name) : escaped(value);
  return `<${name}>\n${text}\n</${name}>`;
}

/** By which ChatML, Llama, Mistral, Gemma and DeepSeek tell the turns of a conversation apart. */
const marks =
  /<(?=[|｜])|<(?=\/?(?:start_of_turn|end_of_turn|bos|eos|s|SYSTEM_PROMPT|AVAILABLE_TOOLS)>)|<(?=<\/?SYS>>)/gi;
const squares = /\[(?=\/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_RESULTS)\])/gi;

function broken(text: string, name: string): string {
  const fence = new RegExp(`<(?=\\s*(?:/\\s*)?${name}(?![A-Za-z0-9_]))`, 'gi');
  return text.replace(marks, '< ').replace(squares, '[ ').replace(fence, '&lt;');
}

/** A `<` or a mark of square brackets stands in JSON within a text alone, where it may be written otherwise. */
function escaped(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c').replace(squares, '\\u005b');
}
