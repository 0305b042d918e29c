import { type JsonNode, readJson } from '@signet/token/json';

/** What looks into one text. */
export interface LooksIntoTexts {
  whole(text: string): string;
}

/** JSON in a string in JSON, as the arguments of a tool are; deeper down it is text. */
const mostNested = 3;
/** Fewer digits are no number that is looked for. */
const fewestDigits = 13;

/** Members in which bytes stand, and what those look like. */
const opaque: ReadonlySet<string> = new Set([
  ...['data', 'file_data', 'fileData', 'b64_json', 'url', 'image_url', 'signature', 'encrypted_content'],
  ...['thoughtSignature', 'thought_signature'],
]);
const bytes = /^(?:data:[^,\s]{0,200};base64,)?[A-Za-z0-9+/_=-]{256,}$/;

interface Change {
  readonly start: number;
  readonly end: number;
  readonly json: string;
}

/**
 * JSON in whose texts, names and long numbers the guards have looked; nothing else of it changes, no digit and no blank.
 * Undefined for what is no JSON.
 * @param spared a member of the whole that stays as it is
 */
export function guardJson(text: string, way: LooksIntoTexts, spared?: string): string | undefined {
  return guardNested(text, way, { left: mostNested, spared });
}

/** Whether bytes stand in it, into which no guard looks. */
export function holdsBytes(text: string): boolean {
  const reading = readJson(text, { maxDepth: 96, maxValues: 200_000 });
  return reading.kind !== 'json' || hasBytes(reading.root, '');
}

function hasBytes(node: JsonNode, name: string): boolean {
  switch (node.kind) {
    case 'object':
      return node.members.some((member) => hasBytes(member.value, member.name.value));
    case 'array':
      return node.items.some((item) => hasBytes(item, name));
    case 'string':
      return opaque.has(name) && bytes.test(node.value);
    default:
      return false;
  }
}

interface Place {
  readonly left: number;
  readonly spared: string | undefined;
}

function guardNested(text: string, way: LooksIntoTexts, place: Place): string | undefined {
  const reading = readJson(text, { maxDepth: 96, maxValues: 200_000 });
  if (reading.kind !== 'json') return undefined;
  const changes: Change[] = [];
  visit(reading.root, '', { ...place, way, changes });
  let changed = '';
  let from = 0;
  for (const { start, end, json } of changes) {
    changed += text.slice(from, start) + json;
    from = end;
  }
  return changed + text.slice(from);
}

interface Visit extends Place {
  readonly way: LooksIntoTexts;
  readonly changes: Change[];
}

/** The depth is bounded where it is read. */
function visit(node: JsonNode, name: string, at: Visit): void {
  switch (node.kind) {
    case 'object':
      for (const member of node.members) {
        if (member.name.value === at.spared) continue;
        change(member.name, { from: member.name.value, to: at.way.whole(member.name.value) }, at);
        visit(member.value, member.name.value, { ...at, spared: undefined });
      }
      return;
    case 'array':
      for (const item of node.items) visit(item, name, { ...at, spared: undefined });
      return;
    case 'string':
      if (opaque.has(name) && bytes.test(node.value)) return;
      change(node, { from: node.value, to: textOf(node.value, at) }, at);
      return;
    case 'number':
      if (node.digits.length >= fewestDigits)
        change(node, { from: node.digits, to: at.way.whole(node.digits) }, at);
      return;
    case 'literal':
  }
}

function textOf(value: string, { way, left }: Visit): string {
  const nested =
    left > 0 && /^\s*[{[]/.test(value)
      ? guardNested(value, way, { left: left - 1, spared: undefined })
      : undefined;
  return nested ?? way.whole(value);
}

/** A number that is masked is a text from then on. */
function change(
  { start, end }: JsonNode,
  { from, to }: { readonly from: string; readonly to: string },
  { changes }: Visit,
): void {
  if (from !== to) changes.push({ start, end, json: JSON.stringify(to) });
}
