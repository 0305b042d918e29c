import { refusal, type SignetRefusal } from '@signet/contracts';
import { type JsonMember, type JsonObject, readJson } from '@signet/token/json';

/** What a caller sent, as it was written and as a program reads it. */
export interface Question {
  readonly text: string;
  readonly root: JsonObject;
  readonly value: unknown;
}

const maxDepth = 96;
const maxValues = 200_000;

/** Reads a body that everybody behind us reads in the same way: JSON in UTF-8, each member once. */
export function readQuestion(bytes: Buffer): Question | SignetRefusal {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return unreadable('no UTF-8');
  }
  const reading = readJson(text, { maxDepth, maxValues });
  if (reading.kind === 'not-json') return unreadable(`no such JSON at ${reading.problem.offset}`);
  const [twice] = reading.duplicates;
  if (twice !== undefined) return unreadable(`the member ${twice.name} twice`);
  if (reading.root.kind !== 'object') return unreadable('JSON, but no object');
  const alike = alikeIn(reading.root);
  if (alike !== undefined) return unreadable(`the member ${alike} twice, in other letters`);
  return { text, root: reading.root, value: JSON.parse(text) };
}

/** Some servers overlook whether letters are small, and would take one member for another. */
function alikeIn({ members }: JsonObject): string | undefined {
  const seen = new Set<string>();
  return members
    .map(({ name }) => name.value)
    .find((name) => {
      const lower = name.toLowerCase();
      const isSeen = seen.has(lower);
      seen.add(lower);
      return isSeen;
    });
}

/** A text for a member of the object, in its place or before all others. */
export interface Written {
  readonly name: string;
  readonly json: string;
}

/** The same text with some members otherwise; nothing else of it changes, no digit and no blank. */
export function rewritten({ text, root }: Question, changes: readonly Written[]): string {
  const found = changes.map((change) => ({ ...change, member: memberOf(root, change.name) }));
  const added = found.filter(({ member }) => member === undefined);
  const replaced = found
    .flatMap(({ json, member }) => (member === undefined ? [] : [{ json, at: member.value }]))
    .toSorted((one, other) => other.at.start - one.at.start);
  let changed = text;
  for (const { json, at } of replaced) changed = changed.slice(0, at.start) + json + changed.slice(at.end);
  if (added.length === 0) return changed;
  const first = added.map(({ name, json }) => `${JSON.stringify(name)}:${json}`).join();
  const opening = root.start + 1;
  return `${changed.slice(0, opening)}${first}${root.members.length === 0 ? '' : ','}${changed.slice(opening)}`;
}

export function memberOf(root: JsonObject, name: string): JsonMember | undefined {
  return root.members.find((member) => member.name.value === name);
}

function unreadable(actual: string): SignetRefusal {
  return refusal('model_request_invalid.body', { found: actual });
}
