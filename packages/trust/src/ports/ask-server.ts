import type { FetchLimits } from './fetch-document.ts';

/** What a server is asked. */
export interface ServerQuestion {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Which headers of the answer are wanted, beside `content-type`; in small letters. */
  readonly wants?: readonly string[];
}

/** Asks a server and answers what it says, whatever its status; `fetch` with limits outside tests. Rejects where no answer comes. */
export type AskServer = (url: string, question: ServerQuestion, limits: FetchLimits) => Promise<Response>;
