import type { FetchLimits } from './fetch-document.ts';

/** Sends a form to an address and answers the status; `fetch` with limits outside tests. Rejects where no answer comes. */
export type SendForm = (
  url: string,
  form: Readonly<Record<string, string>>,
  limits: Pick<FetchLimits, 'timeoutMs' | 'reach'>,
) => Promise<number>;
