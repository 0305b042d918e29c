import type { GoldenExpectation } from '@signet/contracts';

/** The answer to a prompt, whole. */
export interface PromptAnswer {
  readonly text: string;
  /** Where the prompt has an output: what it says, once it is known to keep to the schema. */
  readonly value?: unknown;
  /** Absent: it ended by itself. */
  readonly cut?: 'length' | 'content-filter';
}

/** In what an answer is not as it must be; empty where it is. Never with what the answer says, which may be anybody's. */
export function judgeAnswer(expected: GoldenExpectation, answer: PromptAnswer): readonly string[] {
  const { contains = [], lacks = [], members = {}, maxCharacters } = expected;
  return [
    ...(answer.cut === undefined ? [] : [`was cut (${answer.cut})`]),
    ...contains.filter((part) => !answer.text.includes(part)).map((part) => `lacks ${quoted(part)}`),
    ...lacks.filter((part) => answer.text.includes(part)).map((part) => `contains ${quoted(part)}`),
    ...Object.entries(members)
      .filter(([name, value]) => !isSame(memberOf(answer.value, name), value))
      .map(([name]) => `has another ${quoted(name)}`),
    ...(maxCharacters !== undefined && answer.text.length > maxCharacters
      ? [`has ${answer.text.length} characters`]
      : []),
  ];
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function isSame(one: unknown, other: unknown): boolean {
  return one !== undefined && told(one) === told(other);
}

/** Members in one order: how a model writes them says nothing. */
function told(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
