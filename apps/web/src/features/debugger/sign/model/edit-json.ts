import { type JsonArray, type JsonNode, type JsonObject, readJson } from '@signet/token/json';

/**
 * Edits of JSON text that leave every other character as it is, so that no digit and no order is lost. Each
 * gives back the same text where it is no JSON object, or holds nothing of that name.
 */

/** Sets one member, or appends it. @param value the new value as JSON */
export function setMember(text: string, name: string, value: string): string {
  const root = rootOf(text);
  if (!root) return text;
  const present = memberOf(root, name);
  if (present) return replace(text, present, value);
  return insert(text, root, spansOf(root), `${JSON.stringify(name)}: ${value}`);
}

export function removeMember(text: string, name: string): string {
  const root = rootOf(text);
  const index = root?.members.findIndex((member) => member.name.value === name) ?? -1;
  return root && index >= 0 ? remove(text, root, spansOf(root), index) : text;
}

/** Sets one item of an array, or appends it after the last. */
export function setItem(text: string, name: string, index: number, value: string): string {
  const list = listOf(text, name);
  if (!list) return text;
  const present = list.items[index];
  return present ? replace(text, present, value) : insert(text, list, list.items, value);
}

export function removeItem(text: string, name: string, index: number): string {
  const list = listOf(text, name);
  return list?.items[index] ? remove(text, list, list.items, index) : text;
}

/** The member as text, or undefined where it is absent or something else. */
export function textMember(text: string, name: string): string | undefined {
  const root = rootOf(text);
  const value = root && memberOf(root, name);
  return value?.kind === 'string' ? value.value : undefined;
}

export function hasMember(text: string, name: string): boolean {
  const root = rootOf(text);
  return root !== undefined && memberOf(root, name) !== undefined;
}

/** Where something stands in the text; `end` is after its last character. */
interface Span {
  readonly start: number;
  readonly end: number;
}

function rootOf(text: string): JsonObject | undefined {
  const reading = readJson(text);
  return reading.kind === 'json' && reading.root.kind === 'object' ? reading.root : undefined;
}

function memberOf({ members }: JsonObject, name: string): JsonNode | undefined {
  return members.find((member) => member.name.value === name)?.value;
}

function listOf(text: string, name: string): JsonArray | undefined {
  const root = rootOf(text);
  const value = root && memberOf(root, name);
  return value?.kind === 'array' ? value : undefined;
}

function spansOf({ members }: JsonObject): readonly Span[] {
  return members.map(({ name, value }) => ({ start: name.start, end: value.end }));
}

function replace(text: string, { start, end }: Span, value: string): string {
  return text.slice(0, start) + value + text.slice(end);
}

/** Appends in the manner of the last element: on a line of its own where that one is. */
function insert(text: string, whole: Span, elements: readonly Span[], written: string): string {
  const last = elements.at(-1);
  if (!last) return replace(text, whole, text[whole.start] === '{' ? `{\n  ${written}\n}` : `[${written}]`);
  const before = elements.at(-2)?.end ?? whole.start + 1;
  const gap = text
    .slice(before, last.start)
    .replace(',', '')
    .replace(/^ +(?=\s)/, '');
  return `${text.slice(0, last.end)},${gap}${written}${text.slice(last.end)}`;
}

/** Takes the element away with the comma and the blanks that led to it. */
function remove(text: string, whole: Span, elements: readonly Span[], index: number): string {
  const [before, element, after] = [elements[index - 1], elements[index], elements[index + 1]];
  if (!element) return text;
  if (before) return replace(text, { start: before.end, end: element.end }, '');
  if (after) return replace(text, { start: element.start, end: after.start }, '');
  return replace(text, { start: whole.start + 1, end: whole.end - 1 }, '');
}
