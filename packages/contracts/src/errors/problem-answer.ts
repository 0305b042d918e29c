import type { SignetRefusal } from '../refusals/refusal.ts';
import { errorCatalogue } from './catalogue.ts';
import { type ProblemContext, problemContentType, toProblem } from './problem.ts';

/** A refusal as an HTTP answer, whatever server sends it. */
export interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** RFC 9457 problem document as JSON. */
  readonly body: string;
}

/** What a challenge says of a token that would do: RFC 6750 §3, RFC 9470 §3. */
export interface ChallengeParameters {
  /** Names separated by blanks. */
  readonly scope?: string;
  /** Values separated by blanks. */
  readonly acr_values?: string;
  /** Whole seconds. */
  readonly max_age?: string;
}

/** `retryAfter` is in seconds; `realm` and `challenge` are what `WWW-Authenticate` names with a 401 or 403. */
export function problemAnswer(
  refusal: SignetRefusal,
  about: ProblemContext & {
    readonly realm: string;
    readonly retryAfter?: number;
    readonly challenge?: ChallengeParameters;
  },
): ProblemAnswer {
  const { status, bearer } = errorCatalogue[refusal.code];
  return {
    status,
    headers: {
      'content-type': problemContentType,
      'cache-control': 'no-store',
      'signet-reference': about.reference,
      ...(status === 401 || bearer
        ? { 'www-authenticate': bearerChallenge(refusal, about.realm, about.challenge) }
        : {}),
      ...(about.retryAfter === undefined ? {} : { 'retry-after': String(about.retryAfter) }),
    },
    body: JSON.stringify(toProblem(refusal, about)),
  };
}

/**
 * RFC 6750 §3. Without `error` where no token came, as its §3.1 asks.
 * @param asked what a token would need
 */
export function bearerChallenge(
  refusal: SignetRefusal,
  realm: string,
  asked: ChallengeParameters = {},
): string {
  const { bearer } = errorCatalogue[refusal.code];
  const parts = [`realm="${quotable(realm)}"`];
  if (bearer) parts.push(`error="${bearer}"`, `error_description="${quotable(refusal.sentence)}"`);
  if (bearer) for (const [name, value] of Object.entries(asked)) parts.push(`${name}="${quotable(value)}"`);
  return `Bearer ${parts.join(', ')}`;
}

/** RFC 6750 §3, RFC 6749 §5.2: a description holds printable ASCII other than `"` and `\`. */
export function quotable(text: string): string {
  return text.replace(/[’"]/g, "'").replace(/[^\x20-\x7e]|\\/g, '?');
}
