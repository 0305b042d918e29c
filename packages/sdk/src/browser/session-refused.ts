/** Signet refused. `code` is one of its catalogue, such as `credentials_invalid`, and what a page branches on. */
export class SessionRefused extends Error {
  readonly code: string;
  readonly status: number;
  /** What to do about it, where Signet says so. */
  readonly fix: string | undefined;
  /** For `signet explain`. */
  readonly reference: string | undefined;
  /** Seconds after which it may be tried again, where Signet says so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, problem: Readonly<Record<string, unknown>>, retryAfter: number | undefined) {
    const text = (member: string): string | undefined => {
      const value = problem[member];
      return typeof value === 'string' ? value : undefined;
    };
    super(text('detail') ?? 'Signet refused.');
    this.name = 'SessionRefused';
    this.code = text('code') ?? '';
    this.status = status;
    this.fix = text('fix');
    this.reference = text('reference');
    this.retryAfter = retryAfter;
  }
}
