import { readJson } from '@signet/token/json';
import { CommandFailure } from '../../failure.ts';

/**
 * The JSON text of an object with some members set: one that is there gets another value in its place, others are
 * added at the end, or in front. Every other character stays, so that no digit of a number is lost.
 * @throws CommandFailure when the text is no JSON object, or has a member twice
 */
export function setMembers(
  text: string,
  members: Readonly<Record<string, unknown>>,
  place: 'end' | 'front' = 'end',
): string {
  const { names, spans, body } = readObject(text);
  let edited = text;
  const added: string[] = [];
  const from = (name: string) => spans.get(name)?.start ?? -1;
  // From the end to the front, so that the offsets before it stay right.
  for (const [name, value] of Object.entries(members).toSorted(([a], [b]) => from(b) - from(a))) {
    const span = spans.get(name);
    if (span !== undefined)
      edited = `${edited.slice(0, span.start)}${JSON.stringify(value)}${edited.slice(span.end)}`;
  }
  for (const [name, value] of Object.entries(members))
    if (!names.has(name)) added.push(`${JSON.stringify(name)}:${JSON.stringify(value)}`);
  if (added.length === 0) return edited;
  const isEmpty = names.size === 0;
  const inner = edited.slice(body + 1, edited.lastIndexOf('}'));
  const joined = added.join(',');
  const both = isEmpty ? joined : place === 'front' ? `${joined},${inner}` : `${inner.trimEnd()},${joined}`;
  return `${edited.slice(0, body + 1)}${both}${edited.slice(edited.lastIndexOf('}'))}`;
}

/** The names of the members of a JSON object. */
export function memberNames(text: string): ReadonlySet<string> {
  return readObject(text).names;
}

interface ReadObject {
  readonly names: ReadonlySet<string>;
  readonly spans: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
  /** Where the object begins. */
  readonly body: number;
}

function readObject(text: string): ReadObject {
  const reading = readJson(text);
  if (reading.kind === 'not-json')
    throw notObject(`at character ${reading.problem.offset}: ${reading.problem.sentence}`);
  const { root, duplicates } = reading;
  const [twice] = duplicates;
  if (twice !== undefined) throw notObject(`a member twice, at character ${twice.offset}`);
  if (root.kind !== 'object') throw notObject(`a JSON ${root.kind}`);
  const spans = new Map(root.members.map(({ name, value }) => [name.value, value]));
  return { names: new Set(spans.keys()), spans, body: root.start };
}

function notObject(actual: string): Error {
  return new CommandFailure({
    sentence: 'This is no JSON object that can be signed.',
    expected: 'a JSON object with each member once',
    actual,
    fix: 'Fix the JSON, or sign other bytes as they are with --payload.',
  });
}
