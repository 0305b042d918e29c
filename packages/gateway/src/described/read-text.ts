import { type JsonNode, readJson } from '@signet/token/json';

/** What a parameter is sent as. */
export type ScalarType = 'string' | 'integer' | 'number' | 'boolean';

const integer = /^-?(?:0|[1-9][0-9]{0,15})$/;

/** The text as the value that it stands for; undefined where it stands for none. Nothing is guessed: `1e3` is no integer. */
export function readText(text: string, type: ScalarType): string | number | boolean | undefined {
  if (type === 'string') return text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (type === 'integer') {
    const value = Number(text);
    return integer.test(text) && Number.isSafeInteger(value) && text !== '-0' ? value : undefined;
  }
  const reading = readJson(text, { maxDepth: 1, maxValues: 1 });
  return reading.kind === 'json' && isPlain(text, reading.root) ? reading.root.value : undefined;
}

function isPlain(text: string, root: JsonNode): root is Extract<JsonNode, { kind: 'number' }> {
  return root.kind === 'number' && root.exact && root.digits === text;
}
