import { parseExactly } from '@signet/token/json';
import type { KeyRefusal } from '@signet/token/keys';
import type { Line } from './read-lines.ts';

/** Members that every answer has; others follow. */
export interface LineAnswer {
  /** What the line gave, or null. */
  readonly id: unknown;
  readonly valid: boolean;
  readonly code: string;
  readonly reason: string;
  readonly alg?: string | undefined;
  readonly [member: string]: unknown;
}

/** Why a line is no question at all. */
export class LineProblem extends Error {
  readonly id: unknown;

  constructor(sentence: string, id: unknown) {
    super(sentence);
    this.id = id;
  }
}

/** A question: an object with a token and a key. */
export interface Question {
  readonly id: unknown;
  readonly token: unknown;
  readonly key: unknown;
  readonly members: Readonly<Record<string, unknown>>;
}

/** @throws LineProblem when the line is no JSON object with a token and a key */
function readQuestion(line: Line): Question {
  if (line.kind === 'too-long') throw new LineProblem('The line is longer than is read here.', null);
  if (line.kind === 'not-text') throw new LineProblem('The line is not UTF-8 text.', null);
  const value = parse(line.text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new LineProblem('The line is no JSON object.', null);
  // A member that is null is one that was left out.
  const members = Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
  const { id = null, token, key } = members;
  if (token === undefined) throw new LineProblem('The line has no member token.', id);
  if (key === undefined) throw new LineProblem('The line has no member key.', id);
  return { id, token, key, members };
}

/** @throws LineProblem when the member is there and no text */
export function optionalText({ id, members }: Question, name: string): string | undefined {
  const value = members[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new LineProblem(`The member ${name} is not text.`, id);
}

/** Answers one line whatever happens; a line that is no question is answered as such. */
export async function answerOrSayWhy(
  line: Line,
  answer: (question: Question) => Promise<LineAnswer>,
): Promise<LineAnswer> {
  let id: unknown = null;
  try {
    const question = readQuestion(line);
    id = question.id;
    return await answer(question);
  } catch (error) {
    if (error instanceof LineProblem)
      return { id: error.id, valid: false, code: 'line_malformed', reason: error.message };
    // One line must not end the audit of all others, and the error may quote a key: only its kind is said.
    const name = error instanceof Error ? error.name : typeof error;
    return { id, valid: false, code: 'internal_error', reason: `Something failed inside Signet: ${name}.` };
  }
}

/** What a careful verifier would not have let through, where there is something. */
export function warningsOf(warnings: readonly string[] = []): { readonly warnings?: readonly string[] } {
  return warnings.length === 0 ? {} : { warnings };
}

/** A refusal as one sentence or two: what it is, and what was expected and came. */
export function reasonOf({
  sentence,
  expected,
  actual,
  fix,
}: Pick<KeyRefusal, 'sentence' | 'expected' | 'actual' | 'fix'>): string {
  const compared = [
    ...(expected === undefined ? [] : [`Expected: ${expected}.`]),
    ...(actual === undefined ? [] : [`Actual: ${actual}.`]),
  ];
  return [sentence, ...compared, ...(fix === undefined ? [] : [fix])].join(' ');
}

function parse(text: string): unknown {
  try {
    return parseExactly(text);
  } catch {
    throw new LineProblem('The line is not JSON.', null);
  }
}
