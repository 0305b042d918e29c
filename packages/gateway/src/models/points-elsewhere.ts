/**
 * The member by which a request points to what a provider keeps under the key of the gateway, and so to what may be somebody
 * else's: answers, conversations, containers, caches, and files and stores wherever they stand. Undefined where it says all of
 * itself.
 */
export function pointsElsewhere(question: unknown): string | undefined {
  const members = membersOf(question);
  const whole = atTop.find((name) => (members.get(name) ?? false) !== false);
  if (whole !== undefined) return whole;
  return inItems(members.get('input')) ?? inside(question);
}

const atTop = [
  'previous_response_id',
  'conversation',
  'background',
  'prompt',
  'container',
  'cachedContent',
  'cached_content',
];

const pointers: ReadonlySet<string> = new Set([
  'file_id',
  'fileId',
  'file_ids',
  'fileIds',
  'vector_store_id',
  'vector_store_ids',
  'cachedContent',
  'fileSearchStoreNames',
  'file_search_store_names',
]);

/** What callers say of their own: names in it are theirs, and no provider looks behind them. */
const own: ReadonlySet<string> = new Set([
  ...['parameters', 'parametersJsonSchema', 'parameters_json_schema', 'input_schema', 'schema'],
  ...['responseSchema', 'response_schema', 'responseJsonSchema', 'response_json_schema'],
  ...['arguments', 'args', 'metadata', 'input_examples'],
]);

/** Of Responses: an item that is only named is looked up. */
function inItems(items: unknown): string | undefined {
  if (!Array.isArray(items)) return undefined;
  const named = items.find((item: unknown) => {
    const { type, id, role, content, result } = Object.fromEntries(membersOf(item));
    if (type === 'item_reference') return true;
    if (type === 'image_generation_call') return typeof result !== 'string';
    return id !== undefined && type === undefined && role === undefined && content === undefined;
  });
  return named === undefined ? undefined : 'input[].id';
}

/** The depth of a question is bounded where it is read. */
function inside(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = inside(each);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  for (const [name, member] of membersOf(value)) {
    if (own.has(name) || isCallInput(name, member)) continue;
    if (pointsBy(name, member)) return name;
    const found = inside(member);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pointsBy(name: string, value: unknown): boolean {
  if (pointers.has(name)) return !isNothing(value);
  // In a tool it is a name or says of what it is made anew; an answer that was heard is named by `id`.
  if (name === 'container') return typeof value === 'string';
  if (name === 'audio') return typeof membersOf(value).get('id') === 'string';
  if (name === 'fileUri' || name === 'file_uri') return !isPublic(value);
  return false;
}

/** The arguments of a tool's call, an object; the items of Responses are a list. */
function isCallInput(name: string, value: unknown): boolean {
  return name === 'input' && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** An address that anybody may ask, and not one of those behind which a provider keeps what it was given. */
function isPublic(uri: unknown): boolean {
  if (typeof uri !== 'string' || !URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  return protocol === 'https:' && !/(?:^|\.)google(?:apis)?\.com\.?$/.test(hostname);
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : new Map();
}
