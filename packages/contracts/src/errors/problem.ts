import type { Reference } from '../ids/id.ts';
import type { SignetRefusal } from '../refusals/refusal.ts';
import type { RefusalValues } from '../refusals/render.ts';
import { type ErrorCode, errorCatalogue } from './catalogue.ts';
import { errorPageUrl } from './error-page.ts';

/** The body of every refusal: RFC 9457 `application/problem+json`. */
export interface Problem {
  /** The address of the code's page under the issuer: `ISSUER/errors/CODE`. */
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

/** What a problem document says beside the refusal itself. */
export interface ProblemContext {
  readonly reference: Reference;
  /** URL of the identity provider whose origin serves the pages of the codes. */
  readonly issuer: string;
}

export function toProblem(refusal: SignetRefusal, { reference, issuer }: ProblemContext): Problem {
  const { status, title } = errorCatalogue[refusal.code];
  return {
    type: errorPageUrl(issuer, refusal.code),
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
