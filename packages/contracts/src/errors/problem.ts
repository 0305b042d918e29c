import type { Reference } from '../ids/id.ts';
import type { SignetRefusal } from '../refusals/refusal.ts';
import type { RefusalValues } from '../refusals/render.ts';
import { type ErrorCode, errorCatalogue } from './catalogue.ts';

/** The body of every refusal: RFC 9457 `application/problem+json`. */
export interface Problem {
  /** `urn:signet:error:CODE`; the code's page is `docs/errors/CODE.md`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  /** Which of the wordings of the code `detail` and the rest have, where there are several; a name that stays. */
  readonly variant?: string;
  /** Names and numbers that stand in the texts, so that a program can say them in another language. */
  readonly values?: RefusalValues;
  readonly expected?: string;
  readonly actual?: string;
  readonly fix?: string;
  /** Pass it to `signet explain`. */
  readonly reference: Reference;
}

export const problemContentType = 'application/problem+json';

export function toProblem(refusal: SignetRefusal, reference: Reference): Problem {
  const { status, title } = errorCatalogue[refusal.code];
  return {
    type: `urn:signet:error:${refusal.code}`,
    title,
    status,
    detail: refusal.sentence,
    code: refusal.code,
    ...(refusal.variant === undefined ? {} : { variant: refusal.variant }),
    ...(refusal.values === undefined ? {} : { values: refusal.values }),
    ...(refusal.expected === undefined ? {} : { expected: refusal.expected }),
    ...(refusal.actual === undefined ? {} : { actual: refusal.actual }),
    ...(refusal.fix === undefined ? {} : { fix: refusal.fix }),
    reference,
  };
}
