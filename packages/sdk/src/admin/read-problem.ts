import { type ErrorCode, errorCodes } from '@signet/contracts';
import type { Refusal } from '@signet/token/verdict';

/** The refusal that a problem document of Signet tells of, or `undefined` for any other value. */
export function readProblem(answer: unknown): Refusal<ErrorCode> | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const members = new Map(Object.entries(answer));
  const code = errorCodes.find((known) => known === members.get('code'));
  const sentence = members.get('detail');
  if (code === undefined || typeof sentence !== 'string') return undefined;
  return { code, sentence, ...texts(members, ['expected', 'actual', 'fix']) };
}

type Part = 'expected' | 'actual' | 'fix';

function texts(members: ReadonlyMap<string, unknown>, names: readonly Part[]): Partial<Record<Part, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = members.get(name);
      return typeof text === 'string' ? [[name, text]] : [];
    }),
  );
}
