import type { AskServer } from '../ports/ask-server.ts';
import { beginRequest, readAtMost } from './bounded-request.ts';
import { KeyFault } from './key-fault.ts';

/** With limits on size and time, to the public Internet alone where so said, and without following redirects. */
export const askServer: AskServer = async (url, { wants = [], ...question }, { maxBytes, ...limits }) => {
  const answer = await beginRequest(url, { ...question, ...limits });
  const bytes = await readAtMost(answer, maxBytes);
  if (bytes === undefined) throw new KeyFault(`${url} answers more than ${maxBytes} bytes`);
  const status = answer.statusCode ?? 0;
  const headers = new Headers({ 'content-type': answer.headers['content-type'] ?? '' });
  for (const name of wants) {
    const value = answer.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  // Those have no body (Fetch §2.2.3), whatever came.
  return new Response([204, 205, 304].includes(status) ? null : bytes.toString('utf8'), { status, headers });
};
