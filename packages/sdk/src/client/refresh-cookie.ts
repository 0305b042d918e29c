import { isRefreshCookieName } from '@signet/contracts';

/** The cookie with the refresh token, for a program that is no browser. */
export class RefreshCookie {
  #pair: string | undefined;

  /** @param pair `name=value`, as it was kept from an earlier session */
  constructor(pair?: string) {
    this.#pair = pair;
  }

  /** `name=value` as it goes into a `Cookie` header; undefined before a sign-in and after a log-out. */
  get pair(): string | undefined {
    return this.#pair;
  }

  /** Takes over what an answer sets or clears. */
  follow(response: Response): void {
    const pairs = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
    const ours = pairs.find((pair) => isRefreshCookieName(nameOf(pair)));
    if (ours !== undefined) this.#pair = ours.endsWith('=') ? undefined : ours;
  }
}

function nameOf(pair: string): string {
  return pair.slice(0, Math.max(pair.indexOf('='), 0));
}
