import { type ErrorCode, type Problem, SignetError } from '@signet/contracts';
import { AnswerNotUnderstood, RefusedByServer } from '@signet/sdk/client';
import type { KeyRefusalCode } from '@signet/token/keys';
import type { ConversionCode } from '@signet/token/serialisation';

/** 0 yes, 1 no, 2 the command was not used as it can be, 3 it is done and not everyone has said so. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Why a command ends with "no" or with "not like this", in the three parts of every refusal. */
export interface FailureParts {
  readonly sentence: string;
  readonly code?: ErrorCode | KeyRefusalCode | ConversionCode | 'usage' | 'not_running';
  readonly expected?: string;
  readonly actual?: string;
  readonly fix?: string;
  /** To be asked about with `signet explain`. */
  readonly reference?: string;
}

/** Ends the command. Never holds a token, password or key. */
export class CommandFailure extends Error {
  readonly parts: FailureParts;
  readonly exitCode: ExitCode;

  constructor(parts: FailureParts, exitCode: ExitCode = 1) {
    super(parts.sentence);
    this.name = 'CommandFailure';
    this.parts = parts;
    this.exitCode = exitCode;
  }
}

/** The command line cannot be understood: exit code 2. */
export function usageFailure(parts: Omit<FailureParts, 'code'>): CommandFailure {
  return new CommandFailure({ code: 'usage', ...parts }, 2);
}

export function failureOfProblem(problem: Problem): CommandFailure {
  const { detail: sentence, code, expected, actual, fix, reference } = problem;
  return new CommandFailure({
    sentence,
    code,
    reference,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(fix === undefined ? {} : { fix }),
  });
}

function notSignet({ message, status }: AnswerNotUnderstood): CommandFailure {
  return new CommandFailure({
    sentence: message,
    expected: 'JSON as Signet answers it',
    actual: `status ${status}`,
    fix: 'Check the address: is it the web address that `signet start` prints?',
  });
}

/** Anything thrown as a failure; what nobody foresaw is thrown again with its stack. */
export function toFailure(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error;
  if (error instanceof RefusedByServer) return failureOfProblem(error.problem);
  if (error instanceof AnswerNotUnderstood) return notSignet(error);
  if (error instanceof SignetError) return new CommandFailure(error.refusal);
  throw error;
}
