import type { CheckConfiguration, ClaimPath } from '@signet/contracts';

/** A check of a route as a request meets it. */
export interface CompiledCheck {
  readonly url: string;
  /** As records name it. */
  readonly host: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly headers: readonly string[];
  readonly claims: readonly { readonly name: string; readonly path: ClaimPath }[];
  readonly adds: readonly string[];
  readonly allowOnFailure: boolean;
}

export function compileCheck(check: CheckConfiguration | undefined): CompiledCheck | undefined {
  if (check === undefined) return undefined;
  const { url, timeout, send, adds, dangerouslyAllowOnFailure } = check;
  return Object.freeze({
    url,
    host: new URL(url).host,
    timeout,
    headers: send.headers,
    claims: send.claims.map((path) => Object.freeze({ name: path.join('.'), path })),
    adds,
    allowOnFailure: dangerouslyAllowOnFailure === true,
  });
}
