import { isRecord } from '../fields/fields.ts';

/** What callers name as they like: nothing within is renamed. */
const theirs = new Set([
  'args',
  'response',
  'parameters',
  'parametersJsonSchema',
  'responseSchema',
  'responseJsonSchema',
  'labels',
]);

const deepest = 100;

/** The names of members in the one spelling: the API takes `system_instruction` for `systemInstruction` as well. */
export function protoNames(value: unknown, depth = 0): unknown {
  if (depth > deepest) return value;
  if (Array.isArray(value)) return value.map((each) => protoNames(each, depth + 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([written, member]) => {
      const name = written.replaceAll(/(?<=[a-z0-9])_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      return [name, theirs.has(name) ? member : protoNames(member, depth + 1)];
    }),
  );
}
