import { type JsonNode, type JsonObject, readJson } from '@signet/token';

/**
 * Sets one member of a JSON object and leaves every other character as it is, so that no digit and no order
 * is lost. The same text where it is no JSON object.
 * @param value the new value as JSON
 */
export function setMember(text: string, name: string, value: string): string {
  const reading = readJson(text);
  if (reading.kind === 'not-json' || reading.root.kind !== 'object') return text;
  const present = memberOf(reading.root, name);
  return present
    ? replace(text, present, value)
    : append(text, reading.root, `${JSON.stringify(name)}: ${value}`);
}

/** The member as text, or undefined where it is absent or something else. */
export function textMember(text: string, name: string): string | undefined {
  const reading = readJson(text);
  if (reading.kind === 'not-json' || reading.root.kind !== 'object') return undefined;
  const value = memberOf(reading.root, name);
  return value?.kind === 'string' ? value.value : undefined;
}

function memberOf({ members }: JsonObject, name: string): JsonNode | undefined {
  return members.find((member) => member.name.value === name)?.value;
}

function replace(text: string, { start, end }: JsonNode, value: string): string {
  return text.slice(0, start) + value + text.slice(end);
}

function append(text: string, { members, start, end }: JsonObject, member: string): string {
  const last = members.at(-1);
  if (!last) return `${text.slice(0, start)}{\n  ${member}\n}${text.slice(end)}`;
  return `${text.slice(0, last.value.end)},\n  ${member}${text.slice(last.value.end)}`;
}
