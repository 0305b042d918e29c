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

/** `retryAfter` is in seconds; `realm` and `scope` are what the `WWW-Authenticate` challenge of a 401 or 403 names. */
export function problemAnswer(
  refusal: SignetRefusal,
  about: ProblemContext & { readonly realm: string; readonly retryAfter?: number; readonly scope?: string },
): ProblemAnswer {
  const { status, bearer } = errorCatalogue[refusal.code];
  return {
    status,
    headers: {
      'content-type': problemContentType,
      'cache-control': 'no-store',
      'signet-reference': about.reference,
      ...(status === 401 || bearer
        ? { 'www-authenticate': bearerChallenge(refusal, about.realm, about.scope) }
        : {}),
      ...(about.retryAfter === undefined ? {} : { 'retry-after': String(about.retryAfter) }),
    },
    body: JSON.stringify(toProblem(refusal, about)),
  };
}

/**
 * RFC 6750 §3. Without `error` where no token came, as its §3.1 asks.
 * @param scope What a token would need, in names separated by blanks.
 */
export function bearerChallenge(refusal: SignetRefusal, realm: string, scope?: string): string {
  const { bearer } = errorCatalogue[refusal.code];
  const parts = [`realm="${quotable(realm)}"`];
  if (bearer) parts.push(`error="${bearer}"`, `error_description="${quotable(refusal.sentence)}"`);
  if (bearer && scope !== undefined) parts.push(`scope="${quotable(scope)}"`);
  return `Bearer ${parts.join(', ')}`;
}

/** RFC 6750 §3, RFC 6749 §5.2: a description holds printable ASCII other than `"` and `\`. */
export function quotable(text: string): string {
  return text.replace(/[’"]/g, "'").replace(/[^\x20-\x7e]|\\/g, '?');
}
