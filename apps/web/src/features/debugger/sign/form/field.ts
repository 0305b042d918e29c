import { claimRegistry, headerRegistry, type Meaning } from '@signet/token/describe';
import type { JsonNode, JsonObject } from '@signet/token/json';

/** How a member is edited. `json` takes what the others cannot hold. */
export type FieldKind = 'text' | 'number' | 'time' | 'boolean' | 'list' | 'json';

export const fieldKinds: readonly FieldKind[] = ['text', 'number', 'time', 'boolean', 'list', 'json'];

export type FormPart = 'header' | 'payload';

/** One member of the object, ready to be edited by itself. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly node: JsonNode;
  /** The value as it is written in the text. */
  readonly source: string;
  readonly meaning?: Meaning;
}

/** What a control needs to show a field and to change it in its text. */
export interface FieldValueProps {
  readonly field: Field;
  /** The element that names the field. */
  readonly nameId: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** What a name means in this part of a token. */
export function meaningOf(part: FormPart, name: string): Meaning | undefined {
  const registry = registryOf(part);
  return Object.hasOwn(registry, name) ? registry[name] : undefined;
}

export function registryOf(part: FormPart): Readonly<Record<string, Meaning>> {
  return part === 'header' ? headerRegistry : claimRegistry;
}

/**
 * The members of an object as fields, in their order.
 * @param wished kinds that the reader chose; one that cannot hold the value is passed over
 */
export function fieldsOf(
  part: FormPart,
  text: string,
  { members }: JsonObject,
  wished: ReadonlyMap<string, FieldKind>,
): readonly Field[] {
  return members.map(({ name: { value: name }, value: node }) => {
    const meaning = meaningOf(part, name);
    const wish = wished.get(name);
    const kind = wish !== undefined && holds(wish, node) ? wish : usualKind(node, meaning?.isTime === true);
    const source = text.slice(node.start, node.end);
    return { name, kind, node, source, ...(meaning && { meaning }) };
  });
}

function usualKind(node: JsonNode, isTime: boolean): FieldKind {
  const kinds: readonly FieldKind[] = isTime
    ? ['time', 'number', 'json']
    : ['text', 'number', 'boolean', 'list'];
  return kinds.find((kind) => holds(kind, node)) ?? 'json';
}

/** Whether a field of this kind can show the value without changing it. */
function holds(kind: FieldKind, node: JsonNode): boolean {
  switch (kind) {
    case 'json':
      return true;
    case 'text':
      return isPlainText(node);
    case 'number':
      return node.kind === 'number';
    case 'time':
      return node.kind === 'number' && /^\d+$/.test(node.digits) && node.value <= lastSecond;
    case 'boolean':
      return node.kind === 'literal' && node.value !== null;
    case 'list':
      return node.kind === 'array' && node.items.every(isPlainText);
  }
}

/** The last second that a date field can show: the end of the year 9999. */
const lastSecond = 253_402_300_799;

/** A text field turns every kind of line break into one, and drops what it cannot show. */
function isPlainText(node: JsonNode): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
  return node.kind === 'string' && !/[\u0000-\u0009\u000b-\u001f\ud800-\udfff\u2028\u2029]/u.test(node.value);
}
