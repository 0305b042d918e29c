import { SignetError, type StartupCode } from '@signet/contracts';

/** What a start-up failure says beside its sentence: what was expected, what came, how to mend it. */
export interface FailureParts {
  readonly expected?: string;
  readonly actual?: string;
  readonly fix: string;
  /** Never holds a secret: it is printed. */
  readonly cause?: unknown;
}

/** An error that ends the start with exit code 1, and always with a way to mend it. */
export function startupFailure(code: StartupCode, sentence: string, parts: FailureParts): SignetError {
  const { cause, ...words } = parts;
  return new SignetError({ code, sentence, ...words }, cause === undefined ? {} : { cause });
}

/** The `code` of a system error such as `EADDRINUSE`; undefined for anything else. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
